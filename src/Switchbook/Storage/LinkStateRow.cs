namespace Switchbook.Storage;

/// <summary>How a link's people stand, written in the transaction of each good run together with them.</summary>
internal sealed class LinkStateRow
{
    public int LinkId { get; set; }

    /// <summary>The mapping and the choice of people by which they stand.</summary>
    public required string Rules { get; set; }

    /// <summary>Whose people they are, and what is read of them.</summary>
    public required string Subject { get; set; }

    /// <summary>Where the next changes of the users begin; null when nothing is tracked.</summary>
    public string? DeltaLink { get; set; }

    /// <summary>The same for the members of a group.</summary>
    public string? MembersLink { get; set; }

    /// <summary>Who went from a group, by object ID, separated by blanks.</summary>
    public required string Gone { get; set; }

    /// <summary>When everyone was read last.</summary>
    public DateTimeOffset FullAt { get; set; }

    public int People { get; set; }

    /// <summary>Before the directory's limit.</summary>
    public int Entries { get; set; }

    public int Duplicates { get; set; }

    /// <summary>How many people give no entry, by reason, as JSON.</summary>
    public required string Skipped { get; set; }
}
