using System.DirectoryServices.Protocols;
using Switchbook.PhoneDirectory;
using static Switchbook.Tests.PhoneDirectory.People;

namespace Switchbook.Tests.Ldap;

public class LdapOrderTests
{
    private static readonly DirectorySnapshot Many = Directory(Link(
        "Link",
        [.. Enumerable.Range(0, 1_000).Select(i => Person($"id{i:D4}", $"{Names[i % 7]} {Names[i / 7 % 11]}", $"+4416327{i:D5}"))]));

    private static string[] Names => ["Adele", "Bob", "Émile", "Zoë", "Karl", "Ödön", "Ann", "Müller", "Smith", "Ng", "Łuczak"];

    [Theory]
    [InlineData("(objectClass=person)", 1_000, 999)]
    [InlineData("(objectClass=person)", 1_000, 7)]
    [InlineData("(cn=ad*)", 209, 10)]
    [InlineData("(cn=*l*)", 545, 100)]
    public async Task Pages_give_everything_once(string filter, int count, int size)
    {
        await using var host = await LdapHost.StartAsync(Many);
        using var connection = host.Connect();
        var paging = new PageResultRequestControl(size);
        var request = new SearchRequest("dc=switchbook", filter, SearchScope.Subtree, "uid");
        request.Controls.Add(paging);
        var found = new List<string>();
        do
        {
            var answer = (SearchResponse)connection.SendRequest(request);
            found.AddRange(answer.Entries.Cast<SearchResultEntry>().Select(entry => entry.DistinguishedName));
            Assert.True(answer.Entries.Count <= size);
            paging.Cookie = answer.Controls.OfType<PageResultResponseControl>().Single().Cookie;
        }
        while (paging.Cookie.Length > 0);

        Assert.Equal(found.Count, found.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(host.Find(filter, "uid", "dc=switchbook", SearchScope.Subtree).Length, found.Count);
        Assert.InRange(found.Count, count - 200, count + 200);
    }

    [Fact]
    public async Task A_size_limit_comes_with_the_first_entries()
    {
        await using var host = await LdapHost.StartAsync(Many);
        var request = new SearchRequest(LdapHost.People, "(cn=*l*)", SearchScope.OneLevel, "cn") { SizeLimit = 50 };
        var limited = Assert.Throws<DirectoryOperationException>(() => host.Search(request));
        Assert.Equal(ResultCode.SizeLimitExceeded, limited.Response.ResultCode);
        Assert.Equal(50, ((SearchResponse)limited.Response).Entries.Count);
    }

    [Theory]
    [InlineData("(objectClass=person)", false)]
    [InlineData("(objectClass=person)", true)]
    [InlineData("(cn=smith*)", false)]
    [InlineData("(cn=smith adele*)", true)]
    public async Task Sorting_follows_folded_names(string filter, bool reverse)
    {
        await using var host = await LdapHost.StartAsync(Many);
        var request = new SearchRequest(LdapHost.People, filter, SearchScope.OneLevel, "sn", "givenName");
        request.Controls.Add(new SortRequestControl(new SortKey("sn", null, reverse), new SortKey("givenName", null, reverse)));
        var keys = host.Search(request).Entries.Cast<SearchResultEntry>()
            .Select(entry => Fold(entry.Attributes["sn"][0]) + "\0" + Fold(entry.Attributes["givenName"][0]))
            .ToList();
        var ordered = reverse ? keys.OrderDescending(StringComparer.Ordinal) : keys.Order(StringComparer.Ordinal);
        Assert.NotEmpty(keys);
        Assert.Equal(ordered, keys);
    }

    [Fact]
    public async Task A_list_view_begins_where_it_is_asked_to()
    {
        await using var host = await LdapHost.StartAsync(Many);
        var all = Window(host, new VlvRequestControl(0, 999, 1));
        Assert.Equal(1_000, all.Names.Length);
        Assert.Equal(1_000, all.List.ContentCount);

        var middle = Window(host, new VlvRequestControl(0, 9, 500));
        Assert.Equal(all.Names[499..509], middle.Names);

        var byValue = Window(host, new VlvRequestControl(0, 9, "lu"));
        var first = Array.FindIndex(all.Names, name => string.CompareOrdinal(Fold(name.Split(' ')[^1]), "lu") >= 0);
        Assert.Equal(all.Names[first..(first + 10)], byValue.Names);
        Assert.Equal(first + 1, byValue.List.TargetPosition);
    }

    private static (string[] Names, VlvResponseControl List) Window(LdapHost host, VlvRequestControl view)
    {
        var request = new SearchRequest(LdapHost.People, "(objectClass=person)", SearchScope.OneLevel, "cn");
        request.Controls.Add(new SortRequestControl(new SortKey("sn", null, false), new SortKey("givenName", null, false)));
        request.Controls.Add(view);
        var answer = host.Search(request);
        return (
            [.. answer.Entries.Cast<SearchResultEntry>().Select(entry => (string)entry.Attributes["cn"].GetValues(typeof(string))[0])],
            answer.Controls.OfType<VlvResponseControl>().Single());
    }

    private static string Fold(object value) => Switchbook.PhoneDirectory.Names.NameFolding.Fold((string)value);
}
