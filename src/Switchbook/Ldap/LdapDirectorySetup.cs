using System.Net;
using System.Net.Security;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Switchbook.Access;
using Switchbook.Access.Clients;
using Switchbook.Ldap.Access;
using Switchbook.Ldap.Hosting;
using Switchbook.Views;

namespace Switchbook.Ldap;

/// <summary>Adds the LDAP door to the program.</summary>
internal static class LdapDirectorySetup
{
    /// <summary>
    /// Serves the system directory over LDAP on the ports of <see cref="LdapOptions"/>, to this computer and to clients.
    /// </summary>
    public static IServiceCollection AddLdapDirectory(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<LdapOptions>()
            .BindConfiguration(LdapOptions.Section)
            .ValidateDataAnnotations()
            .Validate(IsAddress, "Ldap:Address must be an IP address, or * for all.")
            .Validate(IsName, "Ldap:BaseDn must be a distinguished name, such as dc=example,dc=com.");
        services.TryAddSingleton<ServerCertificate>();
        services.AddClientGate().TryAddSingleton<ILdapAccess, ClientAccess>();
        services.AddViews().AddSingleton<ILdapDirectory, DirectoryTree>();
        services.AddLdapServer();
        services.AddOptions<LdapServerOptions>().Configure<IOptions<LdapOptions>, ServerCertificate>(Configure);
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LdapOptions>>(Listen);
        return services;
    }

    private static void Configure(LdapServerOptions server, IOptions<LdapOptions> options, ServerCertificate certificate)
    {
        server.MaximumConnections = options.Value.MaximumConnections;
        server.MaximumConnectionsPerAddress = options.Value.MaximumConnectionsPerAddress;
        server.SizeLimit = options.Value.SizeLimit;
        server.TimeLimit = options.Value.TimeLimit;
        server.MaximumMessageSize = options.Value.MaximumMessageSize;
        server.MaximumFilterDepth = options.Value.MaximumFilterDepth;
        server.IdleTimeout = options.Value.IdleTimeout;
        server.SlowReaderTimeout = options.Value.SlowReaderTimeout;
        server.AcceptAnyBase = options.Value.AcceptAnyBase;
        server.VendorName = "Switchbook";
        server.VendorVersion = typeof(LdapDirectorySetup).Assembly.GetName().Version?.ToString(3);
        server.Realm = ClientSecrets.DigestRealm;
        server.Tls = new SslServerAuthenticationOptions { ServerCertificateContext = certificate.Context };
        ServerTls.AskForCertificate(server.Tls);
        certificate.Replaced += (_, _) => server.Tls.ServerCertificateContext = certificate.Context;
    }

    private static void Listen(KestrelServerOptions kestrel, IOptions<LdapOptions> options)
    {
        var (plain, tls) = (options.Value.Port, options.Value.TlsPort);
        if (plain > 0)
        {
            Listen(kestrel, options.Value.Address, plain, listen => listen.UseLdap());
        }

        if (tls > 0)
        {
            Listen(kestrel, options.Value.Address, tls, listen => listen.UseServerTls().UseLdap());
        }
    }

    private static void Listen(KestrelServerOptions kestrel, string address, int port, Action<ListenOptions> configure)
    {
        if (address == "*")
        {
            kestrel.ListenAnyIP(port, configure);
        }
        else
        {
            kestrel.Listen(IPAddress.Parse(address), port, configure);
        }
    }

    private static bool IsAddress(LdapOptions options) => options.Address == "*" || IPAddress.TryParse(options.Address, out _);

    private static bool IsName(LdapOptions options) =>
        Names.DistinguishedName.TryParse(options.BaseDn, Schema.LdapSchema.Standard, out var name) && !name.IsEmpty;
}
