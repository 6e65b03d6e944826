namespace Switchbook.Storage;

/// <summary>The run of a link that a guard holds: what it would do, until it is decided or a later run succeeds.</summary>
internal sealed class HeldRunRow
{
    public int LinkId { get; set; }

    /// <summary>Since when runs of this link are held.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>The latest such run's report as JSON.</summary>
    public required string Report { get; set; }

    /// <summary>What it would do, entry by entry: compressed JSON.</summary>
    public required byte[] Changes { get; set; }

    /// <summary>Whether the next run may do this much.</summary>
    public bool ApplyNext { get; set; }
}
