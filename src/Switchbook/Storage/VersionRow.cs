namespace Switchbook.Storage;

/// <summary>One version of the directory's content, with what leads back to the version before it.</summary>
internal sealed class VersionRow
{
    /// <summary>The value of <see cref="ChangeMark.Directory"/> from this version on.</summary>
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    public VersionCause Cause { get; set; }

    /// <summary>See <see cref="VersionNote.Subject"/>.</summary>
    public required string Subject { get; set; }

    public long? RunId { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Removed { get; set; }

    /// <summary>The octets of <see cref="Undo"/>.</summary>
    public int Size { get; set; }

    /// <summary>The links in precedence, as JSON; see <see cref="VersionSource"/>.</summary>
    public required string Sources { get; set; }

    /// <summary>Whoever this version changed as they were before it; see <see cref="UndoRecord"/>.</summary>
    public required byte[] Undo { get; set; }
}
