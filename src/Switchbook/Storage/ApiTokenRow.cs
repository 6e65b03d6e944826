using Switchbook.Storage.Auditing;

namespace Switchbook.Storage;

/// <summary>A program that may ask the API; its token only as a hash.</summary>
[Audited("token")]
internal sealed class ApiTokenRow
{
    public int Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The name in upper case: names are unique whatever their case.</summary>
    [Upkeep]
    public required string NameKey { get; set; }

    /// <summary>The name of an <c>OperatorRole</c>.</summary>
    public required string Role { get; set; }

    /// <summary>SHA-256 of the token, which is random and long.</summary>
    [Secret]
    public required byte[] Hash { get; set; }

    [Upkeep]
    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset EndsAt { get; set; }

    /// <summary>To within a minute; null for never.</summary>
    [Upkeep]
    public DateTimeOffset? LastUsedAt { get; set; }
}
