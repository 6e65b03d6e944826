namespace Switchbook.Storage;

/// <summary>An entry that an administrator made; no run touches it.</summary>
internal sealed class ManualEntryRow
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string Number { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
