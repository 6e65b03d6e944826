using Switchbook.Storage.Auditing;

namespace Switchbook.Storage;

/// <summary>The part of the directory that clients see; lists are lines, and null is everything.</summary>
[Audited("view")]
internal sealed class ViewRow
{
    public int Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The name in upper case: names are unique whatever their case.</summary>
    [Upkeep]
    public required string NameKey { get; set; }

    public string? Sources { get; set; }

    public string? Kinds { get; set; }

    public string? Fields { get; set; }

    public string? BaseDn { get; set; }

    [Upkeep]
    public DateTimeOffset ChangedAt { get; set; }
}
