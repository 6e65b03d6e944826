using System.Globalization;
using System.Text.Json;
using Switchbook.SimulatedTenant;

namespace Switchbook.EndToEnd.CommandLine;

/// <summary>Processes that die in the middle of a run, and processes that run at the same time.</summary>
public sealed class KilledRunTests : IAsyncLifetime
{
    private const int People = 2_000;
    private const int Kills = 4;

    private readonly string _data = Directory.CreateTempSubdirectory("switchbook-kill-").FullName;
    private Simulation _tenant = null!;

    public async ValueTask InitializeAsync()
    {
        _tenant = await Simulation.StartAsync(new SimulationOptions { Users = People }, TestContext.Current.CancellationToken);
        var added = await RunAsync(
            _tenant.ClientSecret,
            "link", "add", "TeamsDirectory", "--tenant-id", _tenant.TenantId, "--client-id", _tenant.ClientId, "--client-secret-file", "-",
            "--directory", "tenant", "--cloud", "custom", "--login-endpoint", _tenant.Endpoint.AbsoluteUri, "--graph-endpoint", _tenant.Endpoint.AbsoluteUri);
        Assert.Equal(0, added.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        await _tenant.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Whenever_a_run_is_killed_the_last_good_directory_stands_complete()
    {
        var before = await SyncedAsync();
        var (whole, name) = (before, "nobody");
        var chance = new Random(20261123);
        for (var kill = 0; kill < Kills; kill++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"Renamed {kill}");
            RenameHalf(before, name);
            var asked = _tenant.Requests.Total;
            using (var run = Program.Start("sync", "--data", _data))
            {
                await FirstRequestAsync(asked);
                await Task.Delay(chance.Next(1200), TestContext.Current.CancellationToken);
                run.Kill();
                await run.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            var after = await ListAsync();
            Assert.Equal(whole.Count, after.Count);
            var renamed = after.Count(entry => entry.Name == name);
            Assert.True(renamed == 0 || renamed == before.Count / 2, $"{renamed} of {before.Count / 2} were renamed: the run was half applied.");
            whole = after;
        }

        Assert.Equal(before.Count / 2, (await SyncedAsync()).Count(entry => entry.Name == name));
    }

    [Fact]
    public async Task Whenever_a_first_start_is_killed_the_next_one_goes_on()
    {
        var data = Directory.CreateTempSubdirectory("switchbook-first-").FullName;
        for (var wait = 100; wait <= 700; wait += 100)
        {
            using var start = Program.Start("directory", "list", "--data", data);
            await Task.Delay(wait, TestContext.Current.CancellationToken);
            start.Kill();
            await start.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, (await Program.RunAsync("", "directory", "list", "--data", data)).ExitCode);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Of_two_processes_that_run_a_link_at_once_one_is_told_so()
    {
        _tenant.Faults.Set("slow:12000@first,once");
        var first = RunAsync("", "sync");
        await FirstRequestAsync(0);
        var second = await RunAsync("", "sync");

        Assert.Equal(1, second.ExitCode);
        Assert.StartsWith("SB-SYNC-001", second.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await first).ExitCode);
    }

    private async Task FirstRequestAsync(int after)
    {
        while (_tenant.Requests.Total <= after)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private void RenameHalf(List<(string Person, string Name)> entries, string name)
    {
        foreach (var (person, _) in entries.Take(entries.Count / 2))
        {
            _tenant.UpdatePerson(person, "displayName", name);
        }
    }

    private async Task<List<(string Person, string Name)>> SyncedAsync()
    {
        Assert.Equal(0, (await RunAsync("", "sync")).ExitCode);
        return await ListAsync();
    }

    private async Task<List<(string Person, string Name)>> ListAsync()
    {
        var list = await RunAsync("", "directory", "list", "--json");
        Assert.True(list.ExitCode == 0, list.Errors);
        using var listed = JsonDocument.Parse(list.Output);
        return [.. listed.RootElement.EnumerateArray()
            .Select(entry => (entry.GetProperty("person").GetString()!, entry.GetProperty("name").GetString()!))];
    }

    private Task<Program.Ended> RunAsync(string input, params string[] arguments) =>
        Program.RunAsync(input, [.. arguments, "--data", _data]);
}
