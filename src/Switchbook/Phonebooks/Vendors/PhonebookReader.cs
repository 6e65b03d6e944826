using System.Text;
using Switchbook.Numbers;
using Switchbook.PhoneDirectory;
using Switchbook.PhoneDirectory.Columns;
using Switchbook.PhoneDirectory.Searching;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>Takes out of a snapshot the page that a phone asks for.</summary>
internal static class PhonebookReader
{
    /// <summary>Fewer keys say nothing about a name.</summary>
    private const int FewestKeys = 2;

    /// <summary>Reads a page.</summary>
    /// <param name="document">What is asked for.</param>
    /// <param name="request">Which part of it.</param>
    /// <param name="root">The server's root as the phone reaches it, without a slash at its end.</param>
    /// <param name="snapshot">The directory to read.</param>
    /// <param name="policy">How numbers are written.</param>
    public static PhonebookPage Read(
        PhonebookDocument document, PhonebookRequest request, string root, DirectorySnapshot snapshot, NumberPolicy policy)
    {
        var size = Math.Min(document.PageSize, request.Count ?? int.MaxValue);
        var end = (int)Math.Min(int.MaxValue - 1, request.Start + (long)size);
        var limit = document.ShowsTotal ? int.MaxValue : end + 1;
        var found = request.Text.Length == 0 ? null : Find(snapshot, request.Text, limit);
        return new()
        {
            Address = root + document.Phonebook,
            Text = request.Text,
            First = request.Start,
            Size = size,
            Total = found?.Count ?? snapshot.EntryCount,
            Entries = document.ShowsEntries ? Entries(snapshot, policy, found?.Skip(request.Start).Take(size) ?? Rows(snapshot, request.Start, end)) : [],
        };
    }

    private static IEnumerable<PhonebookEntry> Entries(DirectorySnapshot snapshot, NumberPolicy policy, IEnumerable<int> rows)
    {
        foreach (var row in rows)
        {
            if (EntryForm.TryMake(snapshot[row], policy, snapshot.RegionOf(row), out var made))
            {
                yield return made;
            }
        }
    }

    /// <summary>Digits may be a number or, on phones without letters, the keys of a name: numbers come first.</summary>
    private static List<int> Find(DirectorySnapshot snapshot, string text, int limit)
    {
        var found = EntrySearch.Find(snapshot, text, limit).ToList();
        if (found.Count >= limit || text.Length < FewestKeys || !text.All(char.IsAsciiDigit))
        {
            return found;
        }

        using var byKeys = new RowSet(snapshot.EntryCount);
        KeypadSearch.AddBeginnings(snapshot.Entries.Names, Encoding.ASCII.GetBytes(text), byKeys);
        foreach (var row in found)
        {
            byKeys.Remove(row);
        }

        for (var row = byKeys.Next(0); row >= 0 && found.Count < limit; row = byKeys.Next(row + 1))
        {
            found.Add(row);
        }

        return found;
    }

    private static IEnumerable<int> Rows(DirectorySnapshot snapshot, int start, int end)
    {
        for (var row = start; row < Math.Min(end, snapshot.EntryCount); row++)
        {
            yield return row;
        }
    }
}
