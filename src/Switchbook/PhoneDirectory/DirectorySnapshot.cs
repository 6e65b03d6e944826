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
    /// <summary>Texts that came later are copied each time, and replace others that stay: up to this part of all.</summary>
    private const int LargestPartOfLaterTexts = 4;

    private readonly SnapshotContent _content;
    private readonly EntryIdIndex _ids;
    private readonly NumberFinder _numbers;

    private DirectorySnapshot(long version, DateTimeOffset dataFrom, bool isPinned, SnapshotContent content, EntryIdIndex ids)
    {
        (Version, DataFrom, IsPinned, _content, _ids) = (version, dataFrom, isPinned, content, ids);
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
    public NumberRegion RegionOf(int ordinal) => RegionOfSource(People[Entries[ordinal].Person].Source);

    /// <summary>The region in which the numbers of a source were read.</summary>
    public NumberRegion RegionOfSource(int source) => _content.RegionsOfSources[source];

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
        long version, DateTimeOffset dataFrom, IReadOnlyList<DirectorySource> sources, DirectoryOptions options, bool isPinned = false)
    {
        var content = SnapshotBuilder.Build(sources, options);
        return new(version, dataFrom, isPinned, content, EntryIdIndex.Build(content));
    }

    /// <summary>
    /// The directory after some people changed. Only they are read, folded and put in order; the texts of the others are shared
    /// with this snapshot, and the rest is copied.
    /// </summary>
    /// <returns>
    /// Null where everyone must be looked at: when the limit leaves somebody out, another region counts, or so many texts came
    /// since this directory was built whole that it holds too many that nobody has any more.
    /// </returns>
    public DirectorySnapshot? With(long version, DateTimeOffset dataFrom, SnapshotChange change, DirectoryOptions options)
    {
        if (IsPinned
            || Sources.Any(source => source.OverLimit > 0)
            || Texts.LaterSize > Texts.Size / LargestPartOfLaterTexts
            || !change.Sources.Select(source => source.Name).SequenceEqual(Sources.Select(source => source.Name), StringComparer.Ordinal))
        {
            return null;
        }

        var unlimited = new DirectoryOptions { MaximumEntries = int.MaxValue, DefaultRegion = DefaultRegion.Code };
        var changed = SnapshotBuilder.Build(change.Sources, unlimited);
        var merge = SnapshotMerge.Of(_content, changed, change.PersonIds);
        var content = merge.Content(change.Listed);
        var linked = content.Sources.Where(source => source.Name != DirectorySource.Manual).Sum(source => source.Entries);
        var regions = SnapshotRegions.Of(change.Sources, options, content.Heap, content.NumbersOf);
        return linked > options.MaximumEntries || !regions.IsSame(DefaultRegion, content.RegionsOfSources)
            ? null
            : new(version, dataFrom, isPinned: false, content, EntryIdIndex.Merge(_ids, EntryIdIndex.Build(changed), merge.Entries, content));
    }

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
