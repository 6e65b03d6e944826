using Switchbook.Ldap.Matching;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Entries;

/// <summary>A search's answer from a list of entries in the order that the search wants, with random access.</summary>
public sealed class SortedEntryList : LdapEntrySet
{
    private readonly LdapSearchRequest _request;
    private readonly (LdapEntry Entry, byte[][] Keys)[] _rows;
    private int _next;

    /// <param name="version">The version of the data that the entries belong to.</param>
    /// <param name="entries">The entries in scope that match.</param>
    /// <param name="request">The search; it wants an order.</param>
    public SortedEntryList(ulong version, IEnumerable<LdapEntry> entries, LdapSearchRequest request)
    {
        (Version, _request) = (version, request);
        _rows = [.. entries.Select(entry => (Entry: entry, Keys: KeysOf(entry))).Order(Comparer<(LdapEntry, byte[][] Keys)>.Create(Compare))];
    }

    public override ulong Version { get; }

    public override bool IsSorted => true;

    public override int Count => _rows.Length;

    public override long Position => _next;

    public override LdapStep MoveNext() => _next < Count && ++_next > 0 ? LdapStep.Entry : LdapStep.End;

    public override void WriteCurrent(LdapEntryWriter writer) => _rows[_next - 1].Entry.Write(writer, _request.Attributes);

    public override bool Seek(long position)
    {
        if (position < 0 || position > Count)
        {
            return false;
        }

        _next = (int)position;
        return true;
    }

    public override int LowerBound(ReadOnlySpan<byte> value)
    {
        var (sort, wanted) = (_request.Sort[0], Prepare(value, _request.Sort[0]));
        var row = Array.FindIndex(_rows, candidate => Compare(candidate.Keys[0], wanted, sort) >= 0);
        return row < 0 ? Count : row;
    }

    private byte[][] KeysOf(LdapEntry entry) => [.. _request.Sort.Select(sort => Least(entry.Values(sort.Type), sort))];

    /// <summary>Of several values the least one counts (RFC 2891, section 2.2); nothing stands for no value.</summary>
    private static byte[] Least(IReadOnlyList<ReadOnlyMemory<byte>> values, LdapSortKey sort) =>
        values.Select(value => Prepare(value.Span, sort)).Order(Comparer<byte[]>.Create(CompareForwards)).FirstOrDefault([]);

    private static byte[] Prepare(ReadOnlySpan<byte> value, LdapSortKey sort) =>
        StringPreparation.Prepare(value, sort.Preparation) ?? value.ToArray();

    private int Compare((LdapEntry, byte[][] Keys) left, (LdapEntry, byte[][] Keys) right)
    {
        var order = 0;
        for (var i = 0; order == 0 && i < _request.Sort.Length; i++)
        {
            order = Compare(left.Keys[i], right.Keys[i], _request.Sort[i]);
        }

        return order;
    }

    private static int Compare(byte[] left, byte[] right, LdapSortKey sort) => CompareForwards(left, right) * (sort.Reverse ? -1 : 1);

    private static int CompareForwards(byte[] left, byte[] right) => (left.Length, right.Length) switch
    {
        (0, 0) => 0,
        (0, _) => 1,
        (_, 0) => -1,
        _ => left.AsSpan().SequenceCompareTo(right),
    };
}
