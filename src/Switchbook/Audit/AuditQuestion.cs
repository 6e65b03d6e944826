namespace Switchbook.Audit;

/// <summary>Which lines of the audit record somebody wants.</summary>
internal sealed record AuditQuestion
{
    public const int LargestPage = 1000;

    /// <summary>The beginning of their kind, such as <c>link</c> or <c>operator.refused</c>; null for all.</summary>
    public string? Kind { get; init; }

    /// <summary>A part of who, where from or what about, in any case; null for all.</summary>
    public string? Text { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>Lines older than the one with this ID; null for the newest.</summary>
    public long? Before { get; init; }
}
