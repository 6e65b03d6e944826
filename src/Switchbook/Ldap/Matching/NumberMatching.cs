using System.Text;
using Switchbook.Ldap.Filters;
using Switchbook.Ldap.Rows;
using Switchbook.Numbers;
using Switchbook.PhoneDirectory.Columns;
using Switchbook.PhoneDirectory.Searching;

namespace Switchbook.Ldap.Matching;

/// <summary>Filters on numbers, however they are written.</summary>
internal sealed class NumberMatching(RowTable table)
{
    /// <summary>Whether a value is a number at all: letters make a filter Undefined, so that they match nothing.</summary>
    public static bool IsNumber(ReadOnlyMemory<byte> value)
    {
        var reading = NumberReader.ReadQuery(Encoding.UTF8.GetString(value.Span), NumberRegion.Fallback);
        return reading.IsUsable && !reading.HasLetters;
    }

    /// <summary>The rows of a number, looked up once for all attributes that are asked for it.</summary>
    public RowFilter Equal(ReadOnlyMemory<byte> value, NumberKinds kinds)
    {
        var found = new RowSet(table.Count);
        foreach (var entry in table.Snapshot.Numbers.Find(Encoding.UTF8.GetString(value.Span), null, kinds))
        {
            table.AddRowsOfEntry(entry, found);
        }

        return new IndexedFilter(found);
    }

    /// <summary>Makes a filter of one part; null when there are several, which the standard's matching must do.</summary>
    public RowFilter? Substrings(LdapFilter.Substrings item, NumberKinds kinds)
    {
        using var entries = new RowSet(table.Snapshot.EntryCount);
        switch (item)
        {
            case { Initial: { } initial, Any.IsEmpty: true, Final: null } when IsNumber(initial):
                table.Snapshot.Numbers.AddBeginning(Encoding.UTF8.GetString(initial.Span), entries);
                break;
            case { Initial: null, Any.IsEmpty: true, Final: { } final }:
                table.Snapshot.Numbers.AddEnding(Encoding.UTF8.GetString(final.Span), entries);
                break;
            case { Initial: null, Any: [var any], Final: null }:
                table.Snapshot.Numbers.AddContaining(Encoding.UTF8.GetString(any.Span), entries);
                break;
            default:
                return null;
        }

        var found = new RowSet(table.Count);
        for (var entry = entries.Next(0); entry >= 0; entry = entries.Next(entry + 1))
        {
            if (kinds.HasFlag(table.Snapshot.Entries.IsMobile(entry) ? NumberKinds.Mobile : NumberKinds.Telephone))
            {
                table.AddRowsOfEntry(entry, found);
            }
        }

        return new IndexedFilter(found);
    }

    /// <summary>Whether every part of a substrings filter is digits.</summary>
    public static bool IsNumber(LdapFilter.Substrings item) =>
        (item.Initial is not { } initial || IsNumber(initial) || initial.Span is [(byte)'+'])
        && item.Any.All(IsNumber)
        && (item.Final is not { } final || IsNumber(final));
}
