using Microsoft.AspNetCore.Server.Kestrel.Core;
using Switchbook.Access.Clients;
using Switchbook.Access.Operators;

namespace Switchbook.Access;

/// <summary>Composition of who may come in by HTTP; its middleware goes before everything else.</summary>
internal static class AccessSetup
{
    /// <summary>No request here carries more than a name and a number.</summary>
    private const int LargestBody = 64 * 1024;

    public static IServiceCollection AddHttpAccess(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<AccessOptions>().BindConfiguration(AccessOptions.Section).ValidateDataAnnotations();
        return services
            .AddClientGate()
            .AddOperatorSessions()
            .AddSingleton<ConnectionCount>()
            .AddSingleton<AccessRefresh>()
            .AddHostedService(provider => provider.GetRequiredService<AccessRefresh>())
            .Configure<KestrelServerOptions>(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = LargestBody;
            });
    }

    public static IApplicationBuilder UseHttpAccess(this IApplicationBuilder app) => app
        .UseMiddleware<SecurityHeaders>()
        .UseMiddleware<PassedOn>()
        .UseMiddleware<TokenPath>()
        .UseRouting()
        .UseMiddleware<Doorkeeper>()
        .UseMiddleware<SameSiteChanges>()
        .UseAuthentication()
        .UseAuthorization()
        .UseMiddleware<RequestActor>();
}
