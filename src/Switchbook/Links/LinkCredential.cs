using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.Links;

/// <summary>A stored credential of a link and what is known of it.</summary>
internal sealed record LinkCredential
{
    /// <summary>Days before the end at which a warning is raised anew.</summary>
    public static readonly IReadOnlyList<int> WarningDays = [1, 3, 7, 14, 30];

    public required int Id { get; init; }

    /// <summary>One of <see cref="CredentialKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The credential under Data Protection.</summary>
    public required string Protected { get; init; }

    /// <summary>Null when nobody knows, and for identities, which do not end.</summary>
    public DateTimeOffset? Ends { get; init; }

    /// <summary><c>typed</c>, <c>certificate</c> or <c>registration</c>; null when the end is not known.</summary>
    public string? EndsKnownBy { get; init; }

    /// <summary>The portal's "Secret ID" or "Certificate ID"; null until the registration was read.</summary>
    public string? KeyId { get; init; }

    /// <summary>SHA-1 in hexadecimal, as the portal shows it; of a certificate only.</summary>
    public string? Thumbprint { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>When it first signed in; null while it has not.</summary>
    public DateTimeOffset? ProvenAt { get; init; }

    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>A credential as it is stored.</summary>
    public static LinkCredential Of(CredentialRow row) => new()
    {
        Id = row.Id,
        Kind = row.Kind,
        Protected = row.Protected,
        Ends = row.Ends,
        EndsKnownBy = row.EndsKnownBy,
        KeyId = row.KeyId,
        Thumbprint = row.Thumbprint,
        AddedAt = row.AddedAt,
        ProvenAt = row.ProvenAt,
        ReviewedAt = row.ReviewedAt,
    };

    /// <summary>Whole days left, negative after the end; null when the end is not known.</summary>
    public int? DaysLeft(DateTimeOffset now) => Ends is { } ends ? (int)Math.Floor((ends - now).TotalDays) : null;

    /// <summary>The threshold that is passed: one of <see cref="WarningDays"/>, 0 after the end; null while there is time.</summary>
    public int? WarningLevel(DateTimeOffset now)
    {
        if (Ends is not { } ends)
        {
            return null;
        }

        var left = (ends - now).TotalDays;
        return left <= 0 ? 0 : WarningDays.Where(days => left <= days).Select(days => (int?)days).FirstOrDefault();
    }

    /// <summary>What to tell people of its end; null while there is time.</summary>
    public Problem? Warning(string link, DateTimeOffset now) => WarningLevel(now) switch
    {
        null => null,
        0 => LinkProblems.CredentialEnded.With(link, Kind, Ends!.Value.UtcDateTime),
        _ => LinkProblems.CredentialEnds.With(link, Kind, DaysLeft(now)!.Value, Ends!.Value.UtcDateTime),
    };
}
