namespace Switchbook.Access;

/// <summary>Where people come in.</summary>
internal static class EntrancePaths
{
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string SetUp = "/setup";

    /// <summary>What leads back to where a request went, once somebody signed in.</summary>
    public static string SignInThen(HttpRequest request) => SignInThen($"{request.Path}{request.QueryString}");

    public static string SignInThen(string path) => path == "/" ? SignIn : $"{SignIn}?back={Uri.EscapeDataString(path)}";

    /// <summary>The path when it is one of this server's, else <c>/</c>: what a link says must not lead elsewhere.</summary>
    public static string Local(string? path) =>
        path is ['/', ..] and not (['/', '/' or '\\', ..]) && !path.Any(char.IsControl) ? path : "/";
}
