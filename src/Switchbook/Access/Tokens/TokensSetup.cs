namespace Switchbook.Access.Tokens;

/// <summary>Composition of programs that ask the API with a token.</summary>
internal static class TokensSetup
{
    public static IServiceCollection AddTokenStore(this IServiceCollection services) => services.AddSingleton<ApiTokenStore>();
}
