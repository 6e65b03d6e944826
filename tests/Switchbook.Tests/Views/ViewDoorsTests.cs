using System.Net;
using Microsoft.AspNetCore.Routing;
using Switchbook.Access.Clients;
using Switchbook.Access.Views;
using Switchbook.PhoneDirectory;
using Switchbook.Tests.Access;

namespace Switchbook.Tests.Views;

/// <summary>What clients with a view see at each door for phones of the whole server.</summary>
public sealed class ViewDoorsTests : IAsyncLifetime
{
    private const string Dav = "/dav/books/directory/";

    private static readonly string[] Hidden = ["960111", "Dana", "dana@", "960002", "South", "adele@"];

    private readonly string _viewed = ClientSecrets.Make();
    private readonly string _whole = ClientSecrets.Make();
    private readonly string _orphaned = ClientSecrets.Make();
    private ServerHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await ServerHost.StartAsync();

        // Of the version that the database has, so that nothing is loaded over it.
        var directory = _host.Get<CurrentDirectory>();
        directory.Publish(ViewedDirectoryTests.Whole(directory.Snapshot.Version));
        var view = new ClientView { Name = "lobby", Sources = "North\nmanual", Kinds = "businessPhones", Fields = "", ChangedAt = DateTimeOffset.UnixEpoch };
        _host.Get<ClientGate>().Publish(new ClientTable(
        [
            new Client { Name = "lobby", Networks = [], TokenHash = ClientSecrets.HashToken(_viewed), View = view },
            new Client { Name = "pbx", Networks = [], TokenHash = ClientSecrets.HashToken(_whole) },
            new Client { Name = "orphan", Networks = [], TokenHash = ClientSecrets.HashToken(_orphaned), View = ClientView.Nothing },
        ]));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(ServerHost.Elsewhere)]
    [InlineData(ServerHost.Here)]
    public async Task At_every_door_a_client_sees_its_view_and_nothing_of_what_is_hidden(string address)
    {
        using var client = _host.From(address);
        var showing = 0;
        foreach (var path in Doors())
        {
            foreach (var query in (string[])["", "?q=a", "?q=dana", "?number=01632960111", "?number=01632960002&format=json"])
            {
                var seen = await GetAsync(client, $"/as/{_viewed}{path}{query}");
                Assert.DoesNotContain(Hidden, hidden => seen.Contains(hidden, StringComparison.Ordinal));
                var nothing = await GetAsync(client, $"/as/{_orphaned}{path}{query}");
                Assert.DoesNotContain("Adele", nothing, StringComparison.Ordinal);
                showing += Hidden.Any((await GetAsync(client, $"/as/{_whole}{path}{query}")).Contains) && seen.Contains("Adele", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        Assert.True(showing > 20, $"Only {showing} of the answers showed anybody at all.");
    }

    [Fact]
    public async Task An_address_book_holds_the_people_of_the_view_with_the_numbers_of_the_view()
    {
        using var client = _host.From(ServerHost.Elsewhere);

        foreach (var (token, isWhole) in new[] { (_viewed, false), (_whole, true), (_viewed, false) })
        {
            using var request = new HttpRequestMessage(new("REPORT"), $"/as/{token}{Dav}")
            {
                Content = new StringContent("""
                    <C:addressbook-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><D:prop><C:address-data/></D:prop></C:addressbook-query>
                    """),
            };
            using var answer = await client.SendAsync(request, Cancellation);
            var cards = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.Equal(HttpStatusCode.MultiStatus, answer.StatusCode);
            Assert.Contains("Adele", cards, StringComparison.Ordinal);
            Assert.Equal(isWhole, cards.Contains("Dana", StringComparison.Ordinal));
            Assert.Equal(isWhole, cards.Contains("960111", StringComparison.Ordinal));
        }
    }

    private IEnumerable<string> Doors() =>
        from endpoint in _host.Endpoints
        where endpoint.Metadata.GetMetadata<PhoneDoor>() is not null
        where endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") != false
        let path = $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}"
        where !path.Contains('{', StringComparison.Ordinal)
        select path;

    private static async Task<string> GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Cancellation);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }
}
