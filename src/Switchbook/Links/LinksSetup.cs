namespace Switchbook.Links;

/// <summary>Composition of links.</summary>
internal static class LinksSetup
{
    public static IServiceCollection AddLinks(this IServiceCollection services) =>
        services
            .AddSingleton<LinkCredentials>()
            .AddSingleton<LinkStore>()
            .AddSingleton<CredentialReview>()
            .AddSingleton<ConnectionTest>()
            .AddSingleton<TenantLook>();
}
