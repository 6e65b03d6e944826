namespace Switchbook.Web.Entries;

/// <summary>Which entries somebody wants to see.</summary>
internal sealed record EntryQuery
{
    /// <summary>What was typed; empty for everything.</summary>
    public string Text { get; init; } = "";

    /// <summary>The name of a source; empty for all.</summary>
    public string Source { get; init; } = "";

    /// <summary>A mapped property; empty for all.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Only entries whose name or number somebody else has too.</summary>
    public bool Conflicts { get; init; }

    public bool IsEverything => Text.Length + Source.Length + Kind.Length == 0 && !Conflicts;
}
