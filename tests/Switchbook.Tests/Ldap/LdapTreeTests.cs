using System.DirectoryServices.Protocols;
using Switchbook.PhoneDirectory;
using static Switchbook.Tests.PhoneDirectory.People;

namespace Switchbook.Tests.Ldap;

public class LdapTreeTests
{
    private const string Id = "87d349ed-44d7-43e1-9a83-5f2406dee5bd";

    private static readonly DirectorySnapshot Two = Directory(
        Manual(("m1", "Front Desk", "100")),
        Link("Head, Office", Person(Id, "Adele Vance", "+441632768402", "+441632768405").WithMobile("+447700900402"), Person("b", "Bob Same", "+441632768403")),
        Link("Branch", Person(Id, "Adele Vance", "+441632768999", "+441632768402"), Person("c", "Cy Only", "+441632768404")));

    [Theory]
    [InlineData("dc=switchbook", SearchScope.Base, "dc=switchbook")]
    [InlineData("dc=switchbook", SearchScope.OneLevel, "ou=people,dc=switchbook|ou=directory,dc=switchbook|ou=links,dc=switchbook")]
    [InlineData(
        "dc=switchbook",
        SearchScope.Subtree,
        "dc=switchbook|ou=people,dc=switchbook|uid=87d349ed-44d7-43e1-9a83-5f2406dee5bd,ou=people,dc=switchbook|uid=b,ou=people,dc=switchbook|uid=c,ou=people,dc=switchbook|uid=m1,ou=people,dc=switchbook")]
    [InlineData("uid=B,ou=People,dc=Switchbook", SearchScope.Base, "uid=b,ou=people,dc=switchbook")]
    [InlineData("uid=b,ou=people,dc=switchbook", SearchScope.OneLevel, "")]
    [InlineData("ou=links,dc=switchbook", SearchScope.OneLevel, "ou=Head\\, Office,ou=links,dc=switchbook|ou=Branch,ou=links,dc=switchbook")]
    [InlineData(
        "ou=branch,ou=links,dc=switchbook",
        SearchScope.OneLevel,
        "uid=c,ou=Branch,ou=links,dc=switchbook")]
    [InlineData("uid=b,ou=Head\\, Office,ou=links,dc=switchbook", SearchScope.Base, "uid=b,ou=Head\\, Office,ou=links,dc=switchbook")]
    public async Task Each_scope_reaches_as_far_as_LDAP_says(string baseDn, SearchScope scope, string names)
    {
        await using var host = await LdapHost.StartAsync(Two);
        var answer = host.Search(new SearchRequest(baseDn, "(objectClass=*)", scope, "1.1"));
        Assert.Equal(names, string.Join('|', answer.Entries.Cast<SearchResultEntry>().Select(entry => entry.DistinguishedName)));
    }

    [Fact]
    public async Task A_person_has_all_numbers_and_an_entry_one()
    {
        await using var host = await LdapHost.StartAsync(Two);
        var person = Assert.Single(host.Search(new SearchRequest("dc=switchbook", $"(uid={Id})", SearchScope.Subtree)).Entries.Cast<SearchResultEntry>());
        Assert.Equal(["+441632768402", "+441632768405"], Values(person, "telephoneNumber").Order(StringComparer.Ordinal));
        Assert.Equal(["+447700900402"], Values(person, "mobile"));
        Assert.Equal(["top", "person", "organizationalPerson", "inetOrgPerson"], Values(person, "objectClass"));
        Assert.Equal(("Adele", "Vance", "Adele Vance"), (Values(person, "givenName")[0], Values(person, "sn")[0], Values(person, "displayName")[0]));

        var entries = host.Search(new SearchRequest("ou=directory,dc=switchbook", "(cn=adele*)", SearchScope.OneLevel, "cn", "telephoneNumber", "description"));
        Assert.Equal(
            ["Adele Vance +441632768402 Head, Office", "Adele Vance +441632768405 Head, Office", "Adele Vance M +447700900402 Head, Office"],
            entries.Entries.Cast<SearchResultEntry>()
                .Select(entry => $"{Values(entry, "cn")[0]} {Values(entry, "telephoneNumber").Single()} {Values(entry, "description")[0]}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_comes_through_two_links_stands_below_the_first()
    {
        await using var host = await LdapHost.StartAsync(Two);
        Assert.Equal(["Adele Vance"], host.Find("(telephoneNumber=768402)"));
        Assert.Empty(host.Find("(telephoneNumber=768999)"));
    }

    [Fact]
    public async Task Operational_attributes_come_when_they_are_asked_for()
    {
        await using var host = await LdapHost.StartAsync(Two);
        var entry = host.Search(new SearchRequest($"uid={Id},{LdapHost.People}", "(objectClass=*)", SearchScope.Base, "+")).Entries[0];
        Assert.Equal(Id, Values(entry, "entryUUID")[0]);
        Assert.Equal("19700101000000Z", Values(entry, "modifyTimestamp")[0]);
        Assert.Equal($"uid={Id},{LdapHost.People}", Values(entry, "entryDN")[0]);
        Assert.Equal("FALSE", Values(entry, "hasSubordinates")[0]);
        Assert.Equal("inetOrgPerson", Values(entry, "structuralObjectClass")[0]);
        Assert.Equal("cn=subschema", Values(entry, "subschemaSubentry")[0]);
        Assert.False(entry.Attributes.Contains("cn"));
    }

    [Theory]
    [InlineData("ou=nowhere,dc=switchbook", "dc=switchbook")]
    [InlineData("uid=nobody,ou=people,dc=switchbook", "ou=people,dc=switchbook")]
    [InlineData("cn=x,uid=b,ou=people,dc=switchbook", "uid=b,ou=people,dc=switchbook")]
    [InlineData("dc=elsewhere", "")]
    public async Task What_is_not_there_is_noSuchObject_with_the_nearest_entry_above(string baseDn, string matched)
    {
        await using var host = await LdapHost.StartAsync(Two);
        var refusal = Assert.Throws<DirectoryOperationException>(() => host.Find("(objectClass=*)", baseDn: baseDn));
        Assert.Equal((ResultCode.NoSuchObject, matched), (refusal.Response.ResultCode, refusal.Response.MatchedDN ?? ""));
    }

    [Fact]
    public async Task An_entry_of_the_directory_has_the_ID_that_the_rest_of_the_program_knows()
    {
        await using var host = await LdapHost.StartAsync(Two);
        for (var ordinal = 0; ordinal < Two.EntryCount; ordinal++)
        {
            var name = $"uid={Two[ordinal].Id},ou=directory,dc=switchbook";
            var entry = host.Search(new SearchRequest(name, "(objectClass=*)", SearchScope.Base)).Entries[0];
            Assert.Equal(Two[ordinal].Number, Values(entry, "telephoneNumber").Single());
        }
    }

    [Fact]
    public async Task Each_entry_of_the_tree_has_a_UUID_of_its_own()
    {
        await using var host = await LdapHost.StartAsync(Two);
        var uuids = new[] { "ou=people,dc=switchbook", "ou=directory,dc=switchbook", "ou=links,dc=switchbook" }
            .SelectMany(name => host.Search(new SearchRequest(name, "(objectClass=*)", SearchScope.Subtree, "entryUUID")).Entries.Cast<SearchResultEntry>())
            .Select(entry => Values(entry, "entryUUID").Single())
            .ToList();
        Assert.Equal(18, uuids.Count);
        Assert.Distinct(uuids);
    }

    [Fact]
    public async Task The_entries_that_hold_the_tree_together_are_sorted_too()
    {
        await using var host = await LdapHost.StartAsync(Two);
        var request = new SearchRequest("ou=links,dc=switchbook", "(objectClass=organizationalUnit)", SearchScope.OneLevel, "ou");
        request.Controls.Add(new SortRequestControl("ou", false));
        Assert.Equal(["Branch", "Head, Office"], host.Search(request).Entries.Cast<SearchResultEntry>().Select(entry => Values(entry, "ou")[0]));

        var mixed = new SearchRequest("ou=people,dc=switchbook", "(objectClass=*)", SearchScope.Subtree, "description");
        mixed.Controls.Add(new SortRequestControl("sn", true));
        Assert.Equal("ou=people,dc=switchbook", host.Search(mixed).Entries[0].DistinguishedName);
    }

    [Fact]
    public async Task A_size_limit_holds_for_all_pages_together()
    {
        await using var host = await LdapHost.StartAsync(Two);
        using var connection = host.Connect();
        var page = new PageResultRequestControl(2);
        var request = new SearchRequest("ou=people,dc=switchbook", "(objectClass=person)", SearchScope.OneLevel, "uid") { SizeLimit = 3 };
        request.Controls.Add(page);
        var first = (SearchResponse)connection.SendRequest(request);
        page.Cookie = first.Controls.OfType<PageResultResponseControl>().Single().Cookie;
        var second = Assert.Throws<DirectoryOperationException>(() => connection.SendRequest(request)).Response;
        Assert.Equal((2, 1), (first.Entries.Count, ((SearchResponse)second).Entries.Count));
        Assert.Equal(ResultCode.SizeLimitExceeded, second.ResultCode);
        Assert.Empty(second.Controls.OfType<PageResultResponseControl>().Single().Cookie);
    }

    [Fact]
    public async Task A_new_snapshot_is_served_at_once()
    {
        await using var host = await LdapHost.StartAsync(Two);
        host.Directory.Publish(Directory(Link("Link", Person("n", "New Person", "+441632768405"))));
        Assert.Equal(["New Person"], host.Find("(objectClass=person)"));
    }

    [Fact]
    public async Task Whoever_shows_a_password_is_refused_as_long_as_nobody_has_one()
    {
        await using var host = await LdapHost.StartAsync(Two);
        using var connection = host.Connect();
        connection.AuthType = AuthType.Basic;
        var refusal = Assert.Throws<LdapException>(() => connection.Bind(new System.Net.NetworkCredential("cn=phone", "secret")));
        Assert.Equal(49, refusal.ErrorCode);
    }

    private static string[] Values(SearchResultEntry entry, string attribute) =>
        [.. entry.Attributes[attribute].GetValues(typeof(string)).Cast<string>()];
}
