using System.Numerics;
using Switchbook.PhoneDirectory;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.Ldap.Rows;

/// <summary>Finds people's rows by their ID.</summary>
internal sealed class PersonIdIndex
{
    private readonly DirectorySnapshot _snapshot;
    private readonly int[] _slots;

    public PersonIdIndex(DirectorySnapshot snapshot)
    {
        _snapshot = snapshot;
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, snapshot.People.Count * 2))];
        for (var row = 0; row < snapshot.People.Count; row++)
        {
            Add(row);
        }
    }

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
        var slot = Slot(IdOf(row));
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        _slots[slot] = row + 1;
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
