namespace Switchbook.Ldap.Sessions;

/// <summary>Elective features that the root DSE announces (RFC 4512, section 5.1.7).</summary>
internal static class FeatureOid
{
    private const string AllOperationalAttributes = "1.3.6.1.4.1.4203.1.5.1";
    private const string ObjectClassAttributes = "1.3.6.1.4.1.4203.1.5.2";
    private const string TrueAndFalseFilters = "1.3.6.1.4.1.4203.1.5.3";

    public static IReadOnlyList<string> Supported { get; } = [AllOperationalAttributes, ObjectClassAttributes, TrueAndFalseFilters];
}
