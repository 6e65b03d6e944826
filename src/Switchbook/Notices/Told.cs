namespace Switchbook.Notices;

/// <summary>What people know of a link from earlier notices; what it says of runs stands until one succeeds.</summary>
internal sealed record Told
{
    public static readonly Told Nothing = new();

    public bool Failing { get; init; }

    /// <summary>Since when runs were held when that was said.</summary>
    public DateTimeOffset? HeldSince { get; init; }

    public bool Stale { get; init; }

    /// <summary>The end that was said of the credential, and the number of days before it.</summary>
    public (DateTimeOffset Ends, int Level)? Credential { get; init; }

    public bool IsTrouble => Failing || HeldSince is not null || Stale;
}
