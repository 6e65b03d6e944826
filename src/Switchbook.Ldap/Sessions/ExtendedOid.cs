namespace Switchbook.Ldap.Sessions;

/// <summary>Extended operations that the server knows.</summary>
internal static class ExtendedOid
{
    public const string StartTls = "1.3.6.1.4.1.1466.20037";
    public const string WhoAmI = "1.3.6.1.4.1.4203.1.11.3";
    public const string Cancel = "1.3.6.1.1.8";

    public static IEnumerable<string> Supported(bool withTls) => withTls ? [StartTls, WhoAmI, Cancel] : [WhoAmI, Cancel];
}
