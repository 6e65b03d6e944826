namespace Switchbook.Storage;

/// <summary>What a link has arranged with Microsoft to be told of changes, or why it could not.</summary>
internal sealed class SubscriptionRow
{
    public int LinkId { get; set; }

    /// <summary>The ID that Microsoft gave; null while there is none.</summary>
    public string? SubscriptionId { get; set; }

    /// <summary>SHA-256 of the client state, which only Microsoft is to know: what it was itself nobody needs again.</summary>
    public byte[] StateHash { get; set; } = [];

    /// <summary>Of which application in which tenant, and to which address.</summary>
    public required string Subject { get; set; }

    public DateTimeOffset Ends { get; set; }

    /// <summary>Why it could not be made or renewed, as JSON; null when all is well.</summary>
    public string? Problem { get; set; }

    /// <summary>When that is tried again.</summary>
    public DateTimeOffset NextTryAt { get; set; }
}
