using Switchbook.Storage.Auditing;

namespace Switchbook.Storage;

/// <summary>An entry that an administrator made; no run touches it.</summary>
[Audited("entry")]
internal sealed class ManualEntryRow
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string Number { get; set; }

    [Upkeep]
    public DateTimeOffset CreatedAt { get; set; }
}
