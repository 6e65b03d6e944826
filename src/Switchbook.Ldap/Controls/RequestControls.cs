namespace Switchbook.Ldap.Controls;

/// <summary>The controls that came with a request.</summary>
internal sealed record RequestControls
{
    public static RequestControls None { get; } = new();

    public PagedResultsControl? PagedResults { get; init; }

    /// <summary>Null when no order is asked for.</summary>
    public SortControl? Sort { get; init; }

    public VirtualListViewControl? VirtualListView { get; init; }

    /// <summary>The ValuesReturnFilter (RFC 3876), encoded: a list of filter items.</summary>
    public ReadOnlyMemory<byte>? MatchedValues { get; init; }

    /// <summary>The filter that the base entry must match (RFC 4528), encoded.</summary>
    public ReadOnlyMemory<byte>? Assertion { get; init; }

}
