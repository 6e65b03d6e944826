using System.Numerics;
using Switchbook.PhoneDirectory;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.Ldap.Rows;

/// <summary>Finds people's rows by their ID, and tells which rows are the same person.</summary>
internal sealed class PersonIdIndex
{
    private readonly DirectorySnapshot _snapshot;
    private readonly int[] _slots;
    private readonly Dictionary<int, int> _firsts = [];
    private readonly Dictionary<int, List<int>> _repetitions = [];

    public PersonIdIndex(DirectorySnapshot snapshot)
    {
        _snapshot = snapshot;
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, snapshot.People.Count * 2))];
        for (var row = 0; row < snapshot.People.Count; row++)
        {
            Add(row);
        }
    }

    public bool HasRepetitions => _firsts.Count > 0;

    /// <summary>The row of the same person in the source of highest precedence: most often the row itself.</summary>
    public int FirstOf(int row) => _firsts.Count == 0 ? row : _firsts.GetValueOrDefault(row, row);

    /// <summary>The further rows of the person whose first row this is.</summary>
    public IReadOnlyList<int> RepetitionsOf(int row) =>
        _repetitions.Count != 0 && _repetitions.TryGetValue(row, out var rows) ? rows : [];

    public void AddRows(ReadOnlySpan<byte> id, RowSet rows)
    {
        for (var slot = Slot(id); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (IsEqual(IdOf(_slots[slot] - 1), id))
            {
                rows.Add(_slots[slot] - 1);
            }
        }
    }

    private ReadOnlySpan<byte> IdOf(int row) => _snapshot.Texts[_snapshot.People[row].Id];

    private void Add(int row)
    {
        var id = IdOf(row);
        var slot = Slot(id);
        for (; _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (IsEqual(IdOf(_slots[slot] - 1), id))
            {
                Join(FirstOf(_slots[slot] - 1), row);
            }
        }

        _slots[slot] = row + 1;
    }

    private void Join(int first, int row)
    {
        var rows = RepetitionsOf(first).Append(first).Append(row).Distinct()
            .OrderBy(each => _snapshot.People[each].Source)
            .ThenBy(each => each)
            .ToList();
        _repetitions.Remove(first);
        _repetitions[rows[0]] = rows[1..];
        rows.ForEach(each => _firsts[each] = rows[0]);
    }

    private int Slot(ReadOnlySpan<byte> id)
    {
        // FNV-1a over letters in one case.
        var hash = 2166136261u;
        foreach (var octet in id)
        {
            hash = (hash ^ Lower(octet)) * 16777619;
        }

        return (int)((hash ^ (hash >> 15)) & (uint)(_slots.Length - 1));
    }

    private static bool IsEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        left.Length == right.Length && System.Text.Ascii.EqualsIgnoreCase(left, right);

    private static byte Lower(byte octet) => octet is >= (byte)'A' and <= (byte)'Z' ? (byte)(octet | 0x20) : octet;
}
