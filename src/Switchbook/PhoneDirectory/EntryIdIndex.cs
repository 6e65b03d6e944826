using System.Globalization;
using Switchbook.PhoneDirectory.Building;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.PhoneDirectory;

/// <summary>The IDs of all entries in order, to find an entry by its ID.</summary>
internal sealed class EntryIdIndex
{
    private readonly SnapshotContent _content;
    private readonly ulong[] _sources;
    private readonly ulong[] _kinds;
    private readonly SortedKeys _hashes;
    private readonly Dictionary<string, int> _manual = new(StringComparer.Ordinal);

    private EntryIdIndex(SnapshotContent content, SortedKeys? hashes)
    {
        _content = content;
        _sources = [.. content.Sources.Select(source => EntryIds.Of(source.Name))];
        _kinds = [.. content.Entries.Kinds.Select(EntryIds.Of)];
        _hashes = hashes ?? HashAll();
        NoteManual();
    }

    /// <summary>The number of octets that the index takes.</summary>
    public long Size => _hashes.Size;

    public static EntryIdIndex Build(SnapshotContent content) => new(content, hashes: null);

    /// <summary>Two in one: an ID does not depend on who else is there.</summary>
    public static EntryIdIndex Merge(EntryIdIndex first, EntryIdIndex second, RowMerge entries, SnapshotContent content) =>
        new(content, SortedKeys.Merge(first._hashes, second._hashes, entries));

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

        if (!EntryIds.TryParse(id, out var hash) || _hashes.Between(hash, hash) is not [var found, ..])
        {
            return false;
        }

        entry = found;
        return !IsManual(_content.People[_content.Entries[entry].Person].Source);
    }

    private SortedKeys HashAll()
    {
        var (hashes, entries) = (new ulong[_content.Entries.Count], new int[_content.Entries.Count]);
        for (var row = 0; row < _content.People.Count; row++)
        {
            var person = PersonHash(_content.People[row].Source, _content.People[row].Id);
            foreach (var entry in _content.People.EntriesOf(row))
            {
                var record = _content.Entries[entry];
                (hashes[entry], entries[entry]) = (Hash(person, record.Kind, record.Position), entry);
            }
        }

        return SortedKeys.Sort(hashes, entries);
    }

    private void NoteManual()
    {
        for (var row = 0; row < _content.People.Count; row++)
        {
            if (IsManual(_content.People[row].Source))
            {
                foreach (var entry in _content.People.EntriesOf(row))
                {
                    _manual[ManualId(_content.People[row].Id, _content.Entries[entry].Position)] = entry;
                }
            }
        }
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
