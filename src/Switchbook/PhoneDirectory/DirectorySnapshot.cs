using Switchbook.Numbers;
using Switchbook.PhoneDirectory.Building;
using Switchbook.PhoneDirectory.Columns;
using Switchbook.PhoneDirectory.Searching;

namespace Switchbook.PhoneDirectory;

/// <summary>
/// The system directory as it stood after one commit: immutable, indexed, in columns. Everything that serves phones reads it
/// without locks; entries become objects only when somebody asks for them.
/// </summary>
internal sealed class DirectorySnapshot
{
    private readonly SnapshotContent _content;
    private readonly EntryIdIndex _ids;
    private readonly NumberFinder _numbers;

    private DirectorySnapshot(long version, DateTimeOffset dataFrom, bool isPinned, SnapshotContent content)
    {
        (Version, DataFrom, IsPinned, _content) = (version, dataFrom, isPinned, content);
        _ids = EntryIdIndex.Build(content);
        _numbers = new(content);
    }

    /// <summary>A directory before any data.</summary>
    public static DirectorySnapshot Empty { get; } = Build(0, DateTimeOffset.UnixEpoch, [], new DirectoryOptions());

    /// <summary>The commit that it was built from.</summary>
    public long Version { get; }

    /// <summary>When the data was read.</summary>
    public DateTimeOffset DataFrom { get; }

    /// <summary>Whether the directory was rolled back to this version, so that it stays until it is released.</summary>
    public bool IsPinned { get; }

    public int EntryCount => Entries.Count;

    /// <summary>How many people have an entry, each once however many links give them.</summary>
    public int PersonCount => People.Count;

    /// <summary>The sources in precedence, the manual one first.</summary>
    public IReadOnlyList<SourceCount> Sources => _content.Sources;

    /// <summary>The region in which a number without a country code is read when nobody names one.</summary>
    public NumberRegion DefaultRegion => _content.Regions[0];

    /// <summary>The region in which an entry's number was read.</summary>
    public NumberRegion RegionOf(int ordinal) => _content.RegionsOfSources[People[Entries[ordinal].Person].Source];

    public PersonTable People => _content.People;

    public EntryTable Entries => _content.Entries;

    public StringHeap Texts => _content.Heap;

    /// <summary>What finds the entries of a number.</summary>
    public NumberFinder Numbers => _numbers;

    /// <summary>The number of octets that the snapshot takes, without what the runtime adds.</summary>
    public long Size => Texts.Size + People.Size + Entries.Size + _ids.Size;

    /// <summary>The entry at a place in the order of name, then number.</summary>
    public DirectoryEntry this[int ordinal]
    {
        get
        {
            var entry = Entries[ordinal];
            var person = People[entry.Person];
            return Materialise(entry.Name, entry.Number, person.Id, person.Source, IdOf(ordinal), entry.Kind);
        }
    }

    /// <param name="version">The commit that the data is of.</param>
    /// <param name="dataFrom">When it was read.</param>
    /// <param name="sources">
    /// The manual source first, then the links in precedence; their people are read once, here. Whom several links give stands
    /// as the first of them gives.
    /// </param>
    /// <param name="options">The limit and the region.</param>
    /// <param name="isPinned">See <see cref="IsPinned"/>.</param>
    public static DirectorySnapshot Build(
        long version, DateTimeOffset dataFrom, IReadOnlyList<DirectorySource> sources, DirectoryOptions options, bool isPinned = false) =>
        new(version, dataFrom, isPinned, SnapshotBuilder.Build(sources, options));

    /// <summary>The ID of the entry at a place.</summary>
    public string IdOf(int ordinal) => _ids.IdOf(ordinal);

    /// <summary>Finds an entry's place by its ID.</summary>
    public bool TryFind(string id, out int ordinal) => _ids.TryFind(id, out ordinal);

    /// <summary>The entries of a source that the limit left out, in the order in which they would stand.</summary>
    public IReadOnlyList<DirectoryEntry> OverLimit(string source)
    {
        var index = Array.FindIndex(_content.Sources, count => count.Name.Equals(source, StringComparison.OrdinalIgnoreCase));
        return index < 0
            ? []
            : [.. _content.OverLimit[index].Select(entry => Materialise(
                entry.Name, entry.Number, entry.PersonId, index, _ids.IdOf(index, entry), entry.Kind))];
    }

    /// <summary>
    /// Finds entries as people type: words in any order, the beginnings of words before what stands within them; digits look at
    /// numbers first.
    /// </summary>
    public IEnumerable<DirectoryEntry> Search(string text, int limit) =>
        EntrySearch.Find(this, text, limit).Select(ordinal => this[ordinal]);

    /// <summary>
    /// Finds whose number this is, however it is written. Only the best kind of match counts: the very number before one that
    /// differs in the extension, before an extension, before the last digits. Manual entries come first, then links in precedence.
    /// </summary>
    /// <param name="number">As it comes from a caller, a URL or a person.</param>
    /// <param name="region">The region in which it is read when it has no country code; null for the directory's.</param>
    /// <param name="limit">How many entries at most.</param>
    public IReadOnlyList<DirectoryEntry> Lookup(string number, string? region = null, int limit = 10) =>
        [.. _numbers.Find(number, NumberRegion.Find(region)).Take(limit).Select(ordinal => this[ordinal])];

    private DirectoryEntry Materialise(int name, int number, int person, int source, string id, byte kind) => new()
    {
        Id = id,
        Name = Texts.Text(name),
        Number = Texts.Text(number),
        Source = Sources[source].Name,
        PersonId = Sources[source].Name == DirectorySource.Manual ? null : Texts.Text(person),
        Kind = Entries.Kinds[kind],
    };
}
