using System.Globalization;
using System.Reflection;

using Switchbook.Ldap.Tests.Support;

namespace Switchbook.Ldap.Tests.Clients;

/// <summary>Client libraries of other languages against the server, each by a script beside this file.</summary>
public sealed class ScriptedClientTests
{
    private static string Root => Assembly.GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    internal static string Scripts => Path.Combine(Root, "tests", "Switchbook.Ldap.Tests", "Clients");

    [Fact]
    public async Task Python_ldap3_is_served()
    {
        await using var server = await TestServer.StartAsync();
        server.Access.OffersDigestMd5 = true;

        await RunAsync(
            "python3-ldap3",
            "/usr/bin/python3",
            Path.Combine(Scripts, "with_ldap3.py"),
            Port(server),
            server.Certificates.AuthorityFile,
            TestAccess.ReaderName,
            TestAccess.ReaderUser,
            TestAccess.ReaderPassword);
    }

    [Fact]
    public async Task Python_ldap_is_served()
    {
        await using var server = await TestServer.StartAsync();

        await RunAsync("python3-ldap", "/usr/bin/python3", Path.Combine(Scripts, "with_python_ldap.py"), Port(server));
    }

    [Fact]
    public async Task Ldapjs_and_ldapts_are_served()
    {
        var folder = Path.Combine(Root, "artifacts", "npm-ldap");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "ldapts")))
        {
            Directory.CreateDirectory(folder);
            foreach (var name in new[] { "package.json", "package-lock.json" })
            {
                File.Copy(Path.Combine(Scripts, "node", name), Path.Combine(folder, name), overwrite: true);
            }

            await RunAsync("npm", "npm", "ci", "--prefix", folder, "--no-audit", "--no-fund");
        }

        await using var server = await TestServer.StartAsync();

        await RunAsync("nodejs", "node", Path.Combine(Scripts, "with_node.mjs"), folder, Port(server), server.Certificates.AuthorityFile);
    }

    private static string Port(TestServer server) => server.Port.ToString(CultureInfo.InvariantCulture);

    private static async Task RunAsync(string package, string program, params string[] arguments)
    {
        var run = await Command.RunAsync(package, program, arguments);
        Assert.True(run.ExitCode == 0, $"{package}: {run.Output}{run.Error}");
    }
}
