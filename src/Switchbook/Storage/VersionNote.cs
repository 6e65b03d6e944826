namespace Switchbook.Storage;

/// <summary>What a version is, in short.</summary>
/// <param name="Subject">The link's name, or the name and number of an entry made by hand.</param>
internal sealed record VersionNote(VersionCause Cause, string Subject)
{
    public long? RunId { get; init; }

    /// <summary>Entries that came.</summary>
    public int Added { get; init; }

    /// <summary>Entries with another name or number.</summary>
    public int Changed { get; init; }

    /// <summary>Entries that went.</summary>
    public int Removed { get; init; }
}
