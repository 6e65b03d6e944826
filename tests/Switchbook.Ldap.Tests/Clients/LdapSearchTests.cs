using Switchbook.Ldap.Tests.Support;

namespace Switchbook.Ldap.Tests.Clients;

/// <summary>OpenLDAP's command line clients against the server.</summary>
public sealed class LdapSearchTests : IAsyncLifetime
{
    private const string All = "(objectClass=person)";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync();

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_person_is_found_by_number_however_it_is_spaced()
    {
        var found = await SearchAsync("-b", SampleEntries.Base, "(telephoneNumber=+14255550007)", "cn");

        Assert.Equal("dn: uid=u000007,ou=people,dc=example,dc=com\ncn: Hiro Johansson\n\n", found.Output);
        Assert.Equal(0, found.ExitCode);
    }

    [Fact]
    public async Task The_root_dse_tells_what_the_server_can_do()
    {
        var found = await SearchAsync("-b", "", "-s", "base", "(objectClass=*)", "*", "+");

        Assert.Contains("namingContexts: dc=example,dc=com", found.Output, StringComparison.Ordinal);
        Assert.Contains("supportedControl: 1.2.840.113556.1.4.319", found.Output, StringComparison.Ordinal);
        Assert.Contains("supportedExtension: 1.3.6.1.4.1.1466.20037", found.Output, StringComparison.Ordinal);
        Assert.Contains("subschemaSubentry: cn=subschema", found.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paging_gives_every_entry_once()
    {
        var found = await SearchAsync("-b", SampleEntries.Base, "-E", "!pr=300/noprompt", All, "1.1");

        Assert.Equal(1000, Names(found).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(1000, Names(found).Count());
    }

    [Fact]
    public async Task The_size_limit_gives_the_first_entries_and_says_so()
    {
        var found = await SearchAsync("-b", SampleEntries.Base, "-z", "50", All, "cn");

        Assert.Equal(50, Names(found).Count());
        Assert.Equal(4, found.ExitCode);
    }

    [Theory]
    [InlineData("sn", "Groß")]
    [InlineData("-sn", "Ødegård")]
    [InlineData("sn:2.5.13.3", "Groß")]
    [InlineData("sn:caseIgnoreMatch", "Groß")]
    public async Task Sorting_needs_no_rule_and_takes_one(string key, string first)
    {
        var found = await SearchAsync("-b", SampleEntries.Base, "-E", "!sss=" + key, All, "sn");

        Assert.StartsWith(first + "|", Values(found, "sn"), StringComparison.Ordinal);
        Assert.Equal(1000, Names(found).Count());
    }

    [Theory]
    [InlineData("nonsense", 12)]
    [InlineData("sn:1.2.3.4", 12)]
    public async Task Sorting_by_what_is_unknown_is_refused_when_it_is_critical_and_left_out_when_not(string key, int code)
    {
        Assert.Equal(code, (await SearchAsync("-b", SampleEntries.Base, "-E", "!sss=" + key, All, "sn")).ExitCode);
        Assert.Equal(1000, Names(await SearchAsync("-b", SampleEntries.Base, "-E", "sss=" + key, All, "sn")).Count());
    }

    [Fact]
    public async Task A_list_view_gives_a_window()
    {
        // The program goes on to the next window by itself, so it is stopped after the first.
        var found = await Command.RunAsync(
            "ldap-utils",
            "stdbuf",
            [
                "-oL", "ldapsearch", "-x", "-LLL", "-H", $"ldap://127.0.0.1:{_server.Port}", "-b", SampleEntries.Base,
                "-E", "sss=employeeNumber", "-E", "!vlv=2/3/500/0", All, "uid",
            ],
            until: "# vlvResult");

        Assert.Equal("u000546|u000547|u000548|u000549|u000055|u000550", Values(found, "uid"));
        Assert.Contains("vlvResultpos=500 count=1000", found.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_control_is_refused_when_critical_and_passed_over_when_not()
    {
        Assert.Equal(12, (await SearchAsync("-b", SampleEntries.Base, "-e", "!1.2.3.4", "(uid=u000001)")).ExitCode);
        Assert.Equal(0, (await SearchAsync("-b", SampleEntries.Base, "-e", "1.2.3.4", "(uid=u000001)")).ExitCode);
        Assert.Equal(0, (await SearchAsync("-b", SampleEntries.Base, "-e", "!manageDSAit", "(uid=u000001)")).ExitCode);
    }

    [Fact]
    public async Task An_assertion_holds_or_the_search_does_not_begin()
    {
        var name = "uid=u000001," + SampleEntries.People;

        Assert.Equal(0, (await SearchAsync("-b", name, "-s", "base", "-e", "!assert=(givenName=Bj*)")).ExitCode);
        Assert.Equal(122, (await SearchAsync("-b", name, "-s", "base", "-e", "!assert=(givenName=Ad*)")).ExitCode);
    }

    [Fact]
    public async Task Matched_values_leave_the_others_out()
    {
        var found = await SearchAsync(
            "-b", SampleEntries.Base, "-E", "!mv=((objectClass=person)(sn=v*))", "(uid=u000000)", "objectClass", "sn", "cn");

        Assert.Equal("person", Values(found, "objectClass"));
        Assert.Equal("Vance", Values(found, "sn"));
        Assert.Empty(Values(found, "cn"));
    }

    [Fact]
    public async Task Version_2_is_spoken()
    {
        var found = await SearchAsync("-P", "2", "-b", SampleEntries.Base, "(uid=u000001)", "uid");

        Assert.Equal("u000001", Values(found, "uid"));
    }

    [Theory]
    [InlineData("-ZZ", false)]
    [InlineData("-x", true)]
    public async Task Tls_protects_by_starttls_and_by_ldaps(string option, bool ldaps)
    {
        var url = ldaps ? $"ldaps://127.0.0.1:{_server.TlsPort}" : $"ldap://127.0.0.1:{_server.Port}";

        var found = await Command.RunAsync(
            "ldap-utils",
            "ldapsearch",
            ["-x", "-LLL", option, "-H", url, "-b", SampleEntries.Base, "-E", "pr=500/noprompt", All, "uid"],
            environment: [("LDAPTLS_CACERT", _server.Certificates.AuthorityFile)]);

        Assert.True(Names(found).Count() == 1000, found.Error);
    }

    [Fact]
    public async Task Sasl_external_takes_the_client_certificate()
    {
        var found = await Command.RunAsync(
            "ldap-utils",
            "ldapwhoami",
            ["-Y", "EXTERNAL", "-Q", "-ZZ", "-H", $"ldap://127.0.0.1:{_server.Port}"],
            environment:
            [
                ("LDAPTLS_CACERT", _server.Certificates.AuthorityFile),
                ("LDAPTLS_CERT", _server.Certificates.ClientFile),
                ("LDAPTLS_KEY", _server.Certificates.ClientKeyFile),
            ]);

        Assert.True(found.Output == "dn:CN=phone7\n", found.Error);
    }

    [Fact]
    public async Task Who_am_i_answers_for_a_name_and_for_none()
    {
        var server = $"ldap://127.0.0.1:{_server.Port}";

        var anonymous = await Command.RunAsync("ldap-utils", "ldapwhoami", ["-x", "-H", server]);
        var reader = await Command.RunAsync(
            "ldap-utils", "ldapwhoami", ["-x", "-H", server, "-D", TestAccess.ReaderName, "-w", TestAccess.ReaderPassword]);

        Assert.Equal("anonymous\n", anonymous.Output);
        Assert.Equal($"dn:{TestAccess.ReaderName}\n", reader.Output);
    }

    [Theory]
    [InlineData("u000001", "sn:MÜLLER", 5)]
    [InlineData("u000001", "sn:ø", 5)]
    [InlineData("u000001", "givenName:björn", 6)]
    [InlineData("u000001", "telephoneNumber:+14255550001", 6)]
    [InlineData("u000000", "mobile:1", 16)]
    [InlineData("u000001", "nonsense:1", 17)]
    [InlineData("nobody", "sn:x", 32)]
    public async Task Compare_is_answered(string uid, string assertion, int code)
    {
        var compared = await Command.RunAsync(
            "ldap-utils", "ldapcompare", ["-x", "-H", $"ldap://127.0.0.1:{_server.Port}", $"uid={uid},{SampleEntries.People}", assertion]);

        Assert.Equal(code, compared.ExitCode);
    }

    [Fact]
    public async Task Writing_is_refused()
    {
        var deleted = await Command.RunAsync("ldap-utils", "ldapdelete", ["-x", "-H", $"ldap://127.0.0.1:{_server.Port}", SampleEntries.Base]);

        Assert.Equal(53, deleted.ExitCode);
    }

    [Fact]
    public async Task A_base_that_is_not_there_names_the_nearest_one_that_is()
    {
        var found = await Command.RunAsync(
            "ldap-utils",
            "ldapsearch",
            ["-x", "-H", $"ldap://127.0.0.1:{_server.Port}", "-b", "uid=a,ou=nowhere," + SampleEntries.Base, "-s", "base"]);

        Assert.Equal(32, found.ExitCode);
        Assert.Contains("matchedDN: dc=example,dc=com", found.Output, StringComparison.Ordinal);
    }

    internal static IEnumerable<string> Names(Command found) => found.Output.Split('\n')
        .Where(line => line.StartsWith("dn:", StringComparison.Ordinal));

    private static string Values(Command found, string attribute) => string.Join('|', found.Output.Split('\n')
        .Where(line => line.StartsWith(attribute + ":", StringComparison.Ordinal))
        .Select(line => line.StartsWith(attribute + "::", StringComparison.Ordinal)
            ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(line[(attribute.Length + 3)..]))
            : line[(attribute.Length + 2)..]));

    private Task<Command> SearchAsync(params string[] arguments) =>
        Command.RunAsync("ldap-utils", "ldapsearch", ["-x", "-LLL", "-o", "ldif-wrap=no", "-H", $"ldap://127.0.0.1:{_server.Port}", .. arguments]);
}
