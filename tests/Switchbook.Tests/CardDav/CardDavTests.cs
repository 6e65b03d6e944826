using System.Net;
using System.Xml.Linq;
using Switchbook.Tests.Phonebooks.Vendors;

namespace Switchbook.Tests.CardDav;

public sealed class CardDavTests
{
    private const string Book = "/dav/books/directory/";
    private const string Namespaces = "xmlns:d='DAV:' xmlns:c='urn:ietf:params:xml:ns:carddav'";

    private static readonly XNamespace Dav = "DAV:";
    private static readonly XNamespace Card = "urn:ietf:params:xml:ns:carddav";

    [Fact]
    public async Task The_address_book_is_found_from_the_servers_name()
    {
        await using var host = await DavHost.StartAsync(DavHost.People(3));
        using var wellKnown = await host.Client.GetAsync(new Uri("/.well-known/carddav", UriKind.Relative), TestContext.Current.CancellationToken);
        var principal = await HrefAsync(host, wellKnown.Headers.Location!.ToString(), "d:current-user-principal");
        var home = await HrefAsync(host, principal, "c:addressbook-home-set");
        var (_, books) = await host.AskAsync("PROPFIND", home, $"<d:propfind {Namespaces}><d:prop><d:resourcetype/></d:prop></d:propfind>", "1");

        Assert.Equal(HttpStatusCode.PermanentRedirect, wellKnown.StatusCode);
        var book = Assert.Single(books.Elements(Dav + "response"), response => response.Descendants(Card + "addressbook").Any());
        Assert.Equal(Book, book.Element(Dav + "href")!.Value);
    }

    /// <summary>A phone that knows nothing but an address with its token in it gets on by the paths that it is given.</summary>
    [Fact]
    public async Task Every_path_in_an_answer_has_the_token_that_was_in_the_address_asked()
    {
        await using var host = await DavHost.StartAsync(DavHost.People(3));
        using var wellKnown = await host.Client.GetAsync(new Uri($"{DavHost.BasePath}/.well-known/carddav", UriKind.Relative), TestContext.Current.CancellationToken);
        var principal = await HrefAsync(host, wellKnown.Headers.Location!.ToString(), "d:current-user-principal");
        var home = await HrefAsync(host, principal, "c:addressbook-home-set");
        var (_, books) = await host.AskAsync("PROPFIND", home + "directory/", $"<d:propfind {Namespaces}><d:prop><d:getetag/></d:prop></d:propfind>", "1");
        var paths = books.Elements(Dav + "response").Select(response => response.Element(Dav + "href")!.Value).ToList();
        var (_, cards) = await host.AskAsync(
            "REPORT", DavHost.BasePath + Book, $"<c:addressbook-multiget {Namespaces}><d:prop><d:getetag/></d:prop><d:href>{paths[^1]}</d:href></c:addressbook-multiget>");

        Assert.Equal(4, paths.Count);
        Assert.All(paths, path => Assert.StartsWith(DavHost.BasePath + Book, path, StringComparison.Ordinal));
        Assert.Equal(paths[^1], Assert.Single(cards.Descendants(Dav + "propstat")).Parent!.Element(Dav + "href")!.Value);
    }

    [Fact]
    public async Task A_card_holds_what_it_was_written_with_whatever_the_name_is()
    {
        await using var host = await DavHost.StartAsync(NastyDirectory.Build());
        var (status, list) = await host.AskAsync("REPORT", Book, $"<c:addressbook-query {Namespaces}><d:prop><d:getetag/><c:address-data/></d:prop></c:addressbook-query>", "1");

        Assert.Equal(HttpStatusCode.MultiStatus, status);
        foreach (var response in list.Elements(Dav + "response"))
        {
            using var card = await host.Client.GetAsync(new Uri(response.Element(Dav + "href")!.Value, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(card.Headers.ETag!.ToString(), response.Descendants(Dav + "getetag").Single().Value);
            Assert.Equal(
                await card.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                response.Descendants(Card + "address-data").Single().Value);
        }

        Assert.Contains("FN:O'Brien & Søn <Ltd>\r\n", list.Value, StringComparison.Ordinal);
        Assert.Contains("TEL;TYPE=WORK,VOICE:+441632768405\r\n", list.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_10000_cards_only_the_10_that_changed_are_sent_again()
    {
        const int Count = 10_000;
        await using var host = await DavHost.StartAsync(DavHost.People(Count));
        var (first, token) = await SynchronizeAsync(host, "");
        var (again, same) = await SynchronizeAsync(host, token);
        host.Publish(DavHost.People(Count - 3, changed: 7));
        var (changes, next) = await SynchronizeAsync(host, token);

        Assert.Equal(Count, first.Count);
        Assert.Empty(again);
        Assert.Equal(token, same);
        Assert.NotEqual(token, next);
        Assert.Equal(10, changes.Count);
        Assert.Equal(3, changes.Count(response => response.Element(Dav + "status")?.Value == "HTTP/1.1 404 Not Found"));
        Assert.Empty((await SynchronizeAsync(host, next)).Changes);
    }

    [Fact]
    public async Task After_a_restart_a_token_holds_if_nobody_changed_and_is_refused_otherwise()
    {
        string token;
        await using (var before = await DavHost.StartAsync(DavHost.People(5)))
        {
            token = (await SynchronizeAsync(before, "")).Token;
        }

        await using var same = await DavHost.StartAsync(DavHost.People(5));
        await using var other = await DavHost.StartAsync(DavHost.People(5, changed: 1));

        Assert.Empty((await SynchronizeAsync(same, token)).Changes);
        var (status, error) = await host(other, token);
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.NotNull(error.Element(Dav + "valid-sync-token"));

        static Task<(HttpStatusCode, XElement)> host(DavHost at, string token) => at.AskAsync("REPORT", Book, Synchronization(token));
    }

    [Theory]
    [InlineData("<c:prop-filter name='FN'><c:text-match match-type='starts-with'>person 00000</c:text-match></c:prop-filter>", 10)]
    [InlineData("<c:prop-filter name='TEL'><c:text-match match-type='ends-with'>2000007</c:text-match></c:prop-filter>", 1)]
    [InlineData("<c:prop-filter name='EMAIL'><c:is-not-defined/></c:prop-filter>", 20)]
    [InlineData("<c:prop-filter name='TEL'><c:param-filter name='TYPE'><c:text-match>cell</c:text-match></c:param-filter></c:prop-filter>", 0)]
    [InlineData("<c:prop-filter name='FN'><c:text-match match-type='equals' negate-condition='yes'>Person 000001</c:text-match></c:prop-filter>", 19)]
    public async Task A_filter_finds_cards(string filter, int count)
    {
        await using var host = await DavHost.StartAsync(DavHost.People(20));
        var (_, found) = await host.AskAsync("REPORT", Book, $"<c:addressbook-query {Namespaces}><d:prop><d:getetag/></d:prop><c:filter>{filter}</c:filter></c:addressbook-query>", "1");

        Assert.Equal(count, found.Elements(Dav + "response").Count());
    }

    [Fact]
    public async Task Cards_are_got_by_name_and_what_is_not_there_is_told()
    {
        await using var host = await DavHost.StartAsync(DavHost.People(3));
        var known = (await SynchronizeAsync(host, "")).Changes[0].Element(Dav + "href")!.Value;
        var (_, found) = await host.AskAsync(
            "REPORT", Book, $"<c:addressbook-multiget {Namespaces}><d:prop><c:address-data content-type='text/vcard' version='4.0'/></d:prop><d:href>{known}</d:href><d:href>{Book}x.vcf</d:href></c:addressbook-multiget>");

        Assert.Contains("VERSION:4.0\r\n", found.Descendants(Card + "address-data").Single().Value, StringComparison.Ordinal);
        Assert.Equal("HTTP/1.1 404 Not Found", found.Elements(Dav + "response").Last().Element(Dav + "status")!.Value);
    }

    [Theory]
    [InlineData("PUT", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PROPPATCH", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PROPFIND", HttpStatusCode.BadRequest)]
    public async Task Nothing_can_be_written_and_nonsense_is_refused(string method, HttpStatusCode status)
    {
        await using var host = await DavHost.StartAsync(DavHost.People(1));
        using var request = new HttpRequestMessage(new HttpMethod(method), Book) { Content = new StringContent("<!DOCTYPE x [<!ENTITY e 'x'>]><x>&e;</x>") };
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
    }

    private static async Task<string> HrefAsync(DavHost host, string path, string property)
    {
        var (_, found) = await host.AskAsync("PROPFIND", path, $"<d:propfind {Namespaces}><d:prop><{property}/></d:prop></d:propfind>");
        return found.Descendants(Dav + "href").Last().Value;
    }

    private static string Synchronization(string token) =>
        $"<d:sync-collection {Namespaces}><d:sync-token>{token}</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop></d:sync-collection>";

    private static async Task<(List<XElement> Changes, string Token)> SynchronizeAsync(DavHost host, string token)
    {
        var (status, answer) = await host.AskAsync("REPORT", Book, Synchronization(token));
        Assert.Equal(HttpStatusCode.MultiStatus, status);
        return ([.. answer.Elements(Dav + "response")], answer.Element(Dav + "sync-token")!.Value);
    }
}
