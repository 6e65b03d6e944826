using System.Text.Json;
using Switchbook.SimulatedTenant;

namespace Switchbook.EndToEnd.CommandLine;

/// <summary>
/// The main job by its verbs: add, test, preview, sync, look up, against a tenant of 10,000 people behind real HTTP.
/// </summary>
public sealed class MainJobTests : IAsyncLifetime
{
    private const int People = 10_000;

    private readonly string _data = Directory.CreateTempSubdirectory("switchbook-cli-").FullName;
    private Simulation _tenant = null!;

    public async ValueTask InitializeAsync() =>
        _tenant = await Simulation.StartAsync(new SimulationOptions { Users = People }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _tenant.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task A_link_is_added_tested_previewed_and_synchronized_and_a_caller_found()
    {
        Assert.Equal(0, (await AddLinkAsync()).ExitCode);

        var test = await SwitchbookAsync("link", "test", "TeamsDirectory");
        Assert.Equal(0, test.ExitCode);
        Assert.Contains("The connection works", test.Output, StringComparison.Ordinal);

        var preview = await SwitchbookAsync("link", "preview", "TeamsDirectory", "--json");
        Assert.Equal(0, preview.ExitCode);
        using var planned = JsonDocument.Parse(preview.Output);
        Assert.Equal(10_000, planned.RootElement[0].GetProperty("changes").GetArrayLength());

        var sync = await SwitchbookAsync("sync", "--json");
        Assert.Equal(0, sync.ExitCode);
        using var run = JsonDocument.Parse(sync.Output);
        var report = run.RootElement[0];
        Assert.Equal("succeeded", report.GetProperty("outcome").GetString());
        Assert.Equal(People, report.GetProperty("people").GetInt32());
        Assert.Equal(10_000, report.GetProperty("added").GetInt32());
        Assert.Equal(planned.RootElement[0].GetProperty("overLimit").GetInt32(), report.GetProperty("overLimit").GetInt32());

        var lookup = await SwitchbookAsync("directory", "lookup", "01632 768402");
        Assert.Equal(0, lookup.ExitCode);
        Assert.StartsWith("Adele Vance\t", lookup.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_link_is_told_field_by_field_with_the_exit_code_for_wrong_usage()
    {
        var refused = await RunAsync(
            "11111111-2222-3333-4444-555555555555",
            "link", "add", "X", "--tenant-id", "contoso", "--client-id", _tenant.ClientId, "--client-secret-file", "-",
            "--directory", "group", "--number-fields", "businessPhones,bussinessPhones");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("SB-LINK-010", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("SB-LINK-012", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("SB-LINK-021", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'businessPhones'?", refused.Errors, StringComparison.Ordinal);
        Assert.Empty((await SwitchbookAsync("link", "list")).Output);
    }

    [Fact]
    public async Task A_secret_is_nowhere_to_be_seen()
    {
        await AddLinkAsync();
        string[][] verbs = [["link", "show", "TeamsDirectory"], ["link", "show", "TeamsDirectory", "--json"], ["link", "list", "--json"], ["link", "test", "TeamsDirectory"], ["sync"]];
        foreach (var verb in verbs)
        {
            var (_, output, errors) = await SwitchbookAsync(verb);
            Assert.DoesNotContain(_tenant.ClientSecret, output + errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_not_there_has_an_exit_code_of_its_own()
    {
        Assert.Equal(4, (await SwitchbookAsync("link", "show", "nobody")).ExitCode);
        Assert.Equal(4, (await SwitchbookAsync("directory", "remove", "m7")).ExitCode);
        Assert.Equal(4, (await SwitchbookAsync("directory", "lookup", "402")).ExitCode);
    }

    [Fact]
    public async Task A_run_that_fails_says_why_on_one_line_and_what_to_do_on_the_next()
    {
        await AddLinkAsync();
        _tenant.Faults.Set("expired-secret");

        var failed = await SwitchbookAsync("sync");

        Assert.Equal(1, failed.ExitCode);
        var lines = failed.Errors.Split('\n');
        Assert.Matches("^SB-[A-Z]+-[0-9]{3}: .*expired", lines[0]);
        Assert.StartsWith("  ", lines[1], StringComparison.Ordinal);
    }

    private Task<Program.Ended> AddLinkAsync() => RunAsync(
        _tenant.ClientSecret,
        "link", "add", "TeamsDirectory", "--tenant-id", _tenant.TenantId, "--client-id", _tenant.ClientId, "--client-secret-file", "-",
        "--directory", "tenant", "--number-fields", "businessPhones,mobilePhone=M", "--cloud", "custom",
        "--login-endpoint", _tenant.Endpoint.AbsoluteUri, "--graph-endpoint", _tenant.Endpoint.AbsoluteUri);

    private Task<Program.Ended> SwitchbookAsync(params string[] arguments) => RunAsync("", arguments);

    private Task<Program.Ended> RunAsync(string input, params string[] arguments) =>
        Program.RunAsync(input, [.. arguments, "--data", _data]);
}
