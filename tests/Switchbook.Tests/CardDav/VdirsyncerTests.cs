using System.Diagnostics;
using Switchbook.Tests.Phonebooks.Vendors;

namespace Switchbook.Tests.CardDav;

/// <summary>Other people's clients: vdirsyncer fetches the address book, khard reads what it fetched.</summary>
public sealed class VdirsyncerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("switchbook-dav-").FullName;

    [Fact]
    public async Task Vdirsyncer_mirrors_the_address_book_and_khard_finds_people_in_it()
    {
        await using var host = await DavHost.StartAsync(NastyDirectory.Build());
        await ConfigureAsync(host);

        await RunAsync("vdirsyncer", "discover");
        await RunAsync("vdirsyncer", "sync");
        var phones = await RunAsync("khard", "phone", "--parsable");
        host.Publish(DavHost.People(2));
        await RunAsync("vdirsyncer", "sync", "--force-delete");

        Assert.Contains("+441632768402\tO'Brien & Søn <Ltd>", phones, StringComparison.Ordinal);
        Assert.Contains("שרה לוי", phones, StringComparison.Ordinal);
        Assert.Contains("山田 太郎", phones, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_folder, "cards"), "*.vcf", SearchOption.AllDirectories).Length);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task ConfigureAsync(DavHost host)
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "vdirsyncer.conf"),
            $"""
            [general]
            status_path = "{_folder}/status"
            [pair book]
            a = "local"
            b = "remote"
            collections = [["directory", "directory", "directory"]]
            conflict_resolution = "b wins"
            [storage local]
            type = "filesystem"
            path = "{_folder}/cards"
            fileext = ".vcf"
            [storage remote]
            type = "carddav"
            url = "{host.Address}"
            read_only = true
            """,
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "khard.conf"),
            $"""
            [addressbooks]
            [[directory]]
            path = {_folder}/cards/directory
            [general]
            """,
            TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(_folder, "cards", "directory"));
    }

    private async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, ["-c", Path.Combine(_folder, $"{program}.conf"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (start.Environment["HOME"], start.Environment["LC_ALL"]) = (_folder, "C.UTF-8");
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync("y");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program}: {await output}{await errors}");
        return await output;
    }
}
