using Microsoft.Extensions.DependencyInjection.Extensions;
using Switchbook.Access.Views;
using Switchbook.Audit;

namespace Switchbook.Access.Clients;

/// <summary>Composition of who may ask from other computers.</summary>
internal static class ClientsSetup
{
    /// <summary>Clients and their views.</summary>
    public static IServiceCollection AddClientStore(this IServiceCollection services) => services.AddSingleton<ClientStore>().AddSingleton<ViewStore>();

    /// <summary>The gate for the server's doors; nobody is known until <see cref="AccessRefresh"/> has looked.</summary>
    public static IServiceCollection AddClientGate(this IServiceCollection services)
    {
        services.TryAddSingleton<AuditNotes>();
        services.TryAddSingleton<ClientGate>();
        services.TryAddSingleton<RequestRates>();
        return services;
    }
}
