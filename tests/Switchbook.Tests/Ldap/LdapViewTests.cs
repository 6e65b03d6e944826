using System.DirectoryServices.Protocols;
using System.Net;
using Switchbook.Access.Clients;
using Switchbook.Access.Views;
using Switchbook.Tests.Views;

namespace Switchbook.Tests.Ldap;

/// <summary>What a client with a view finds over LDAP.</summary>
public sealed class LdapViewTests
{
    private const string Password = "secret word";

    [Theory]
    [InlineData("cn=north,ou=clients,dc=switchbook", "dc=switchbook")]
    [InlineData("cn=north,ou=clients,dc=north", "dc=north")]
    [InlineData("north", "dc=north")]
    public async Task A_client_finds_its_view_below_a_root_of_its_own_and_below_that_of_the_settings(string name, string root)
    {
        await using var host = await StartAsync(View("dc=north"));
        using var connection = Bind(host, name);

        Assert.Equal(["uid=1,ou=people,dc=north Adele Vance"], Find(connection, $"{(root == "dc=north" ? "ou=people," : "")}{root}", "(uid=*)"));
        Assert.Empty(Find(connection, root, "(|(mobile=*960111)(sn=Swope)(mail=*))"));
        Assert.Equal(["ou=North,ou=links,dc=north North"], Find(connection, "ou=links,dc=north", "(ou=*th)", SearchScope.OneLevel, "ou"));
        Assert.Throws<DirectoryOperationException>(() => Find(connection, "ou=people,dc=switchbook", "(uid=*)"));
    }

    [Fact]
    public async Task Another_view_counts_at_once_on_an_open_connection_and_others_see_everything()
    {
        await using var host = await StartAsync(View(null));
        using var connection = Bind(host, "north");
        Assert.Equal(["uid=1,ou=people,dc=switchbook Adele Vance"], Find(connection, "dc=switchbook", "(uid=*)"));

        Publish(host, View(null) with { Sources = "South" });
        Assert.Equal(["uid=2,ou=people,dc=switchbook Dana Swope"], Find(connection, "dc=switchbook", "(uid=*)"));

        Publish(host, null);
        Assert.Equal(3, Find(connection, "dc=switchbook", "(uid=*)").Count);
        Assert.Equal(3, host.Find("(uid=*)").Length);
    }

    private static ClientView View(string? root) =>
        new() { Name = "north", Sources = "North", Kinds = "businessPhones", Fields = "", BaseDn = root, ChangedAt = DateTimeOffset.UnixEpoch };

    private static async Task<LdapHost> StartAsync(ClientView? view)
    {
        var host = await LdapHost.StartAsync(ViewedDirectoryTests.Whole());
        Publish(host, view);
        return host;
    }

    private static void Publish(LdapHost host, ClientView? view) => host.Clients.Publish(new ClientTable(
        [new Client { Name = "north", Networks = [], PasswordHash = ClientSecrets.Hash(Password), View = view }]));

    private static LdapConnection Bind(LdapHost host, string name)
    {
        var connection = new LdapConnection(new LdapDirectoryIdentifier("127.0.0.1", host.Port), new NetworkCredential(name, Password), AuthType.Basic);
        connection.SessionOptions.ProtocolVersion = 3;
        connection.Bind();
        return connection;
    }

    private static List<string> Find(
        LdapConnection connection, string root, string filter, SearchScope scope = SearchScope.Subtree, string attribute = "cn") =>
        [
            .. ((SearchResponse)connection.SendRequest(new SearchRequest(root, filter, scope, attribute))).Entries.Cast<SearchResultEntry>()
                .Select(entry => $"{entry.DistinguishedName} {entry.Attributes[attribute][0]}"),
        ];
}
