using Switchbook.Access.Operators;

namespace Switchbook.Access.Tokens;

/// <summary>A program that may ask the API with a token.</summary>
internal sealed record ApiToken
{
    public required int Id { get; init; }

    /// <summary>Unique whatever its case.</summary>
    public required string Name { get; init; }

    public required OperatorRole Role { get; init; }

    public required byte[] Hash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>From then on the token counts no more.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>To within a minute; null for never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Never shows the hash.</summary>
    public override string ToString() => $"ApiToken({Name}, {Role})";
}
