using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Switchbook.SimulatedTenant.Tests.Conformance;

/// <summary>Microsoft's JavaScript libraries as clients; skipped where there is no node, no npm or no registry.</summary>
public sealed class NodeClientsTests
{
    private const string Packages =
        """{"private":true,"dependencies":{"@azure/msal-node":"^7.2.1","@microsoft/microsoft-graph-client":"3.0.7"}}""";

    [Fact]
    public async Task The_JavaScript_libraries_sign_in_and_read_every_user()
    {
        var folder = await InstallAsync();
        await using var simulation = await Simulation.StartAsync(
            new SimulationOptions { Users = 2500, Tls = true }, TestContext.Current.CancellationToken);
        var authority = Path.Combine(folder, "authority.pem");
        await File.WriteAllTextAsync(authority, simulation.CertificateAuthorityPem, TestContext.Current.CancellationToken);
        var script = Path.Combine(folder, "clients.mjs");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Conformance", "clients.mjs"), script, overwrite: true);
        var emea = simulation.Groups.Single(group => group.DisplayName == "EMEA");
        var (code, output) = await RunAsync(
            folder,
            "node",
            [script, simulation.TlsEndpoint!.ToString().TrimEnd('/'), simulation.TenantId, simulation.ClientId, simulation.ClientSecret, emea.Id],
            ("NODE_EXTRA_CA_CERTS", authority));

        Assert.True(code == 0, output);
        var found = JsonElement.Parse(output.Trim().Split('\n')[^1]);
        Assert.Equal(2500, found.GetProperty("users").GetInt32());
        Assert.Equal("invalid_client", found.GetProperty("refused").GetString());

        // Two groups and three devices are members beside the people.
        Assert.Equal(emea.TransitiveMembers + 3 + 3, found.GetProperty("members").GetInt32());
    }

    private static async Task<string> InstallAsync()
    {
        var root = typeof(NodeClientsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(attribute => attribute.Key == "RepositoryRoot").Value!;
        var folder = Path.Combine(root, "artifacts", "node-clients");
        if (Directory.Exists(Path.Combine(folder, "node_modules", "@microsoft", "microsoft-graph-client")))
        {
            return folder;
        }

        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), Packages, TestContext.Current.CancellationToken);
        var (code, output) = await RunAsync(folder, "npm", ["install", "--no-audit", "--no-fund"]);
        Assert.SkipUnless(code == 0, $"npm install does not work here: {output}");
        return folder;
    }

    private static async Task<(int Code, string Output)> RunAsync(
        string folder, string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await errors + output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{program} is not installed here.");
            throw;
        }
    }
}
