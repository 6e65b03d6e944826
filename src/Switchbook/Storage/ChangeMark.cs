namespace Switchbook.Storage;

/// <summary>
/// The single row that counts changes, raised in the transaction of each: whoever holds a copy in memory sees from it,
/// cheaply, that another process wrote.
/// </summary>
internal sealed class ChangeMark
{
    public const int TheOnlyId = 1;

    public int Id { get; set; } = TheOnlyId;

    /// <summary>
    /// The version of the system directory's content: manual entries, every link's people, and what the links are. Only
    /// <see cref="VersionLog"/> raises it.
    /// </summary>
    public long Directory { get; set; }

    /// <summary>The version that is served whatever happens, until it is released; null for the latest.</summary>
    public long? Pinned { get; set; }

    /// <summary>The version of links, clients, views, operators and tokens, and their settings.</summary>
    public long Settings { get; set; }

    /// <summary>When the directory's content last changed or was last found unchanged by a run.</summary>
    public DateTimeOffset DataFrom { get; set; }
}
