using Switchbook.Ldap.Tests.Support;

namespace Switchbook.Ldap.Tests.Clients;

/// <summary>Programs that people and machines keep a directory with: ldapvi, shelldap and SSSD.</summary>
public sealed class DirectoryToolsTests : IAsyncLifetime
{
    private readonly string _home = Directory.CreateTempSubdirectory("ldap-tools").FullName;
    private TestServer _server = null!;

    private string Url => $"ldap://127.0.0.1:{_server.Port}";

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_home, true);
    }

    [Fact]
    public async Task Ldapvi_discovers_the_base_and_shows_entries()
    {
        var shown = await Command.RunAsync(
            "ldapvi", "ldapvi", ["--out", "--discover", "-h", Url, "(uid=u000007)", "cn", "telephoneNumber"], environment: [("HOME", _home)]);

        Assert.True(shown.ExitCode == 0, shown.Error);
        Assert.Equal($"\ndn: uid=u000007,{SampleEntries.People}\ncn: Hiro Johansson\ntelephoneNumber: +1 425-555-0007\n", shown.Output);
    }

    [Fact]
    public async Task Shelldap_walks_through_the_tree()
    {
        var session = await Command.RunAsync(
            "shelldap",
            "shelldap",
            ["--server", Url, "--basedn", SampleEntries.Base],
            environment: [("HOME", _home), ("TERM", "dumb")],
            input: "ls\ncd ou=people\npwd\ngrep (telephoneNumber=*0007)\ncat uid=u000007\nexit\n");

        Assert.True(session.ExitCode == 0, session.Error);
        Assert.Contains("- ou=people", session.Output, StringComparison.Ordinal);
        Assert.Contains($"\nou=people,{SampleEntries.Base}\n", session.Output, StringComparison.Ordinal);
        Assert.Contains($"\nuid=u000007,{SampleEntries.People}\n", session.Output, StringComparison.Ordinal);
        Assert.Contains("cn: Hiro Johansson", session.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sssd_takes_people_for_accounts()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "SSSD runs as root only.");

        var found = await Command.RunAsync(
            "sssd-ldap", "unshare", ["-m", Path.Combine(ScriptedClientTests.Scripts, "with_sssd.sh"), Port, SampleEntries.Base, "u000007", "u000500"]);

        Assert.True(found.ExitCode == 0, found.Output + found.Error);
        Assert.Equal(
            "u000007:*:7:7:Hiro Johansson:/nonexistent:/usr/sbin/nologin\nu000500:*:500:500:Łukasz Núñez:/nonexistent:/usr/sbin/nologin\n",
            found.Output);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Linphone_finds_contacts(bool withTls)
    {
        var found = await Command.RunAsync(
            "liblinphone10",
            "/usr/bin/python3",
            [Path.Combine(ScriptedClientTests.Scripts, "with_linphone.py"), Url, withTls ? _server.Certificates.AuthorityFile : "", SampleEntries.Base, "hiro jo", "14255550007"],
            environment: [("HOME", _home)]);

        Assert.True(found.ExitCode == 0, found.Output + found.Error);
        Assert.Contains("Hiro Johansson | \"Hiro Johansson\" <sip:+14255550007@pbx.example.com> | +14255550007", found.Output, StringComparison.Ordinal);
    }

    private string Port => _server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
