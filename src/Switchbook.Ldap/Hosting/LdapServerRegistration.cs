using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

using Switchbook.Ldap.Sessions;

namespace Switchbook.Ldap.Hosting;

/// <summary>Puts an LDAP server into a host.</summary>
public static class LdapServerRegistration
{
    /// <summary>
    /// Adds what a server needs, but for its <see cref="ILdapDirectory"/> and <see cref="Access.ILdapAccess"/>, which the caller
    /// registers as singletons.
    /// </summary>
    public static IServiceCollection AddLdapServer(this IServiceCollection services, Action<LdapServerOptions>? configure = null)
    {
        services.AddOptionsWithValidateOnStart<LdapServerOptions>().ValidateDataAnnotations();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<LdapMetrics>();
        services.TryAddSingleton<SessionTable>();
        services.TryAddSingleton<LdapServer>();
        services.TryAddSingleton<LdapConnectionHandler>();
        return services;
    }

    /// <summary>Speaks LDAP on an address; after <c>UseHttps</c> it is LDAPS.</summary>
    public static ListenOptions UseLdap(this ListenOptions listen)
    {
        listen.UseConnectionHandler<LdapConnectionHandler>();
        return listen;
    }
}
