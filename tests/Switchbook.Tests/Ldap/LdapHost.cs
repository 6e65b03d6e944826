using System.DirectoryServices.Protocols;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Switchbook.Access;
using Switchbook.Access.Clients;
using Switchbook.Ldap;
using Switchbook.Ldap.Hosting;
using Switchbook.PhoneDirectory;
using Switchbook.Storage;

namespace Switchbook.Tests.Ldap;

/// <summary>The LDAP door over a directory, on a port of the loopback address, asked by a client that others wrote.</summary>
internal sealed class LdapHost : IAsyncDisposable
{
    public const string People = "ou=people,dc=switchbook";

    private readonly WebApplication _server;
    private readonly string _data = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    private LdapHost(DirectorySnapshot snapshot, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Configuration["Ldap:Port"] = "0";
        builder.Configuration["Ldap:TlsPort"] = "0";
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseLdap());
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseServerTls().UseLdap());
        });
        builder.Services.AddSingleton(new DataDirectory(_data)).AddSingleton(TimeProvider.System);
        builder.Services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section);
        builder.Services.AddPhoneDirectory().AddLdapDirectory();
        _server = builder.Build();
        Directory = _server.Services.GetRequiredService<CurrentDirectory>();
        Directory.Publish(snapshot);
    }

    public CurrentDirectory Directory { get; }

    public ServerCertificate Certificate => _server.Services.GetRequiredService<ServerCertificate>();

    public ClientGate Clients => _server.Services.GetRequiredService<ClientGate>();

    public int Port => new Uri(_server.Urls.First()).Port;

    public int TlsPort => new Uri(_server.Urls.Last()).Port;

    public static async Task<LdapHost> StartAsync(DirectorySnapshot snapshot, params (string Key, string Value)[] settings)
    {
        var host = new LdapHost(snapshot, settings);
        await host._server.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public LdapConnection Connect()
    {
        var connection = new LdapConnection(new LdapDirectoryIdentifier("127.0.0.1", Port)) { AuthType = AuthType.Anonymous };
        connection.SessionOptions.ProtocolVersion = 3;
        connection.Bind();
        return connection;
    }

    public SearchResponse Search(SearchRequest request)
    {
        using var connection = Connect();
        return (SearchResponse)connection.SendRequest(request);
    }

    /// <summary>The first value of an attribute of each entry found, in the server's order.</summary>
    public string[] Find(string filter, string attribute = "cn", string baseDn = People, SearchScope scope = SearchScope.OneLevel) =>
        [.. Search(new SearchRequest(baseDn, filter, scope, attribute)).Entries.Cast<SearchResultEntry>()
            .Select(entry => entry.Attributes.Contains(attribute) ? (string)entry.Attributes[attribute].GetValues(typeof(string))[0] : "")];

    /// <summary>All values of an attribute of the root DSE.</summary>
    public string[] RootValues(string attribute) =>
        (string[])Search(new SearchRequest("", "(objectClass=*)", SearchScope.Base, attribute)).Entries[0].Attributes[attribute].GetValues(typeof(string));

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        System.IO.Directory.Delete(_data, true);
    }
}
