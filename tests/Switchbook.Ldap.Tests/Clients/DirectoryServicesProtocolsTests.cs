using System.DirectoryServices.Protocols;

using Switchbook.Ldap.Tests.Support;

namespace Switchbook.Ldap.Tests.Clients;

/// <summary>.NET's own client against the server.</summary>
public sealed class DirectoryServicesProtocolsTests : IAsyncLifetime
{
    private TestServer _server = null!;
    private LdapConnection _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        _client = new LdapConnection(new LdapDirectoryIdentifier("127.0.0.1", _server.Port)) { AuthType = AuthType.Anonymous };
        _client.SessionOptions.ProtocolVersion = 3;
        _client.Bind();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public void The_size_limit_comes_with_the_first_entries()
    {
        var request = Search("(objectClass=person)", "cn");
        request.SizeLimit = 50;

        var refused = Assert.Throws<DirectoryOperationException>(() => _client.SendRequest(request));

        Assert.Equal(ResultCode.SizeLimitExceeded, refused.Response.ResultCode);
        Assert.Equal(50, ((SearchResponse)refused.Response).Entries.Count);
    }

    [Fact]
    public void Pages_give_every_entry()
    {
        var page = new PageResultRequestControl(400);
        var request = Search("(objectClass=person)", "cn");
        request.Controls.Add(page);
        var count = 0;
        do
        {
            var response = (SearchResponse)_client.SendRequest(request);
            count += response.Entries.Count;
            page.Cookie = response.Controls.OfType<PageResultResponseControl>().Single().Cookie;
        }
        while (page.Cookie.Length > 0);

        Assert.Equal(1000, count);
    }

    [Fact]
    public void A_sorted_window_tells_its_place()
    {
        var request = Search("(objectClass=person)", "sn");
        request.Controls.Add(new SortRequestControl("sn", "2.5.13.3", false));
        request.Controls.Add(new VlvRequestControl(0, 9, 100));

        var response = (SearchResponse)_client.SendRequest(request);

        var window = response.Controls.OfType<VlvResponseControl>().Single();
        Assert.Equal((100, 1000, 10), (window.TargetPosition, window.ContentCount, response.Entries.Count));
        Assert.Equal(ResultCode.Success, response.Controls.OfType<SortResponseControl>().Single().Result);
    }

    private static SearchRequest Search(string filter, params string[] attributes) =>
        new(SampleEntries.Base, filter, SearchScope.Subtree, attributes);
}
