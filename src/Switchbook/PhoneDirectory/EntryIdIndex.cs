using System.Globalization;
using Switchbook.PhoneDirectory.Building;

namespace Switchbook.PhoneDirectory;

/// <summary>The IDs of all entries in order, to find an entry by its ID.</summary>
internal sealed class EntryIdIndex
{
    private readonly SnapshotContent _content;
    private readonly ulong[] _sources;
    private readonly ulong[] _kinds;
    private readonly ulong[] _hashes;
    private readonly int[] _entries;
    private readonly Dictionary<string, int> _manual = new(StringComparer.Ordinal);

    private EntryIdIndex(SnapshotContent content)
    {
        _content = content;
        _sources = [.. content.Sources.Select(source => EntryIds.Of(source.Name))];
        _kinds = [.. content.Entries.Kinds.Select(EntryIds.Of)];
        _hashes = new ulong[content.Entries.Count];
        _entries = new int[_hashes.Length];
    }

    /// <summary>The number of octets that the index takes.</summary>
    public long Size => 12L * _hashes.Length;

    public static EntryIdIndex Build(SnapshotContent content)
    {
        var index = new EntryIdIndex(content);
        for (var person = 0; person < content.People.Count; person++)
        {
            var personHash = index.PersonHash(content.People[person].Source, content.People[person].Id);
            foreach (var entry in content.People.EntriesOf(person))
            {
                var record = content.Entries[entry];
                index._hashes[entry] = index.Hash(personHash, record.Kind, record.Position);
                index._entries[entry] = entry;
                if (index.IsManual(content.People[person].Source))
                {
                    index._manual[index.ManualId(content.People[person].Id, record.Position)] = entry;
                }
            }
        }

        Array.Sort(index._hashes, index._entries);
        return index;
    }

    public string IdOf(int entry)
    {
        var record = _content.Entries[entry];
        var person = _content.People[record.Person];
        return IdOf(person.Source, person.Id, record.Kind, record.Position);
    }

    public string IdOf(int source, in LeftOutEntry entry) => IdOf(source, entry.PersonId, entry.Kind, entry.Position);

    public bool TryFind(string id, out int entry)
    {
        if (_manual.TryGetValue(id, out entry))
        {
            return true;
        }

        if (!EntryIds.TryParse(id, out var hash) || Array.BinarySearch(_hashes, hash) is not (>= 0 and var place))
        {
            return false;
        }

        entry = _entries[place];
        return !IsManual(_content.People[_content.Entries[entry].Person].Source);
    }

    private string IdOf(int source, int person, byte kind, byte position) =>
        IsManual(source) ? ManualId(person, position) : EntryIds.Text(Hash(PersonHash(source, person), kind, position));

    private bool IsManual(int source) => _content.Sources[source].Name == DirectorySource.Manual;

    private string ManualId(int person, byte position)
    {
        var id = _content.Heap.Text(person);
        return position == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{position + 1}");
    }

    private ulong PersonHash(int source, int id) => EntryIds.Mix(_sources[source], EntryIds.Of(_content.Heap[id]));

    private ulong Hash(ulong person, byte kind, byte position) => EntryIds.Mix(EntryIds.Mix(person, _kinds[kind]), position);
}
