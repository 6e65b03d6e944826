namespace Switchbook.Ldap.Controls;

/// <summary>Controls that the server knows.</summary>
internal static class ControlOid
{
    public const string PagedResults = "1.2.840.113556.1.4.319";
    public const string SortRequest = "1.2.840.113556.1.4.473";
    public const string SortResponse = "1.2.840.113556.1.4.474";
    public const string VirtualListViewRequest = "2.16.840.1.113730.3.4.9";
    public const string VirtualListViewResponse = "2.16.840.1.113730.3.4.10";
    public const string MatchedValues = "1.2.826.0.1.3344810.2.3";
    public const string Assertion = "1.3.6.1.1.12";
    public const string ManageDsaIt = "2.16.840.1.113730.3.4.2";

    public static IReadOnlyList<string> Supported { get; } =
    [
        PagedResults, SortRequest, VirtualListViewRequest, MatchedValues, Assertion, ManageDsaIt,
    ];
}
