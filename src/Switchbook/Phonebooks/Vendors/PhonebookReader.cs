using Switchbook.PhoneDirectory;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>Takes out of a snapshot the page that a phone asks for.</summary>
internal static class PhonebookReader
{
    /// <summary>Reads a page.</summary>
    /// <param name="document">What is asked for.</param>
    /// <param name="request">Which part of it.</param>
    /// <param name="root">The server's root as the phone reaches it, without a slash at its end.</param>
    /// <param name="snapshot">The directory to read.</param>
    public static PhonebookPage Read(PhonebookDocument document, PhonebookRequest request, string root, DirectorySnapshot snapshot)
    {
        var size = Math.Min(document.PageSize, request.Count ?? int.MaxValue);
        var end = (int)Math.Min(int.MaxValue - 1, request.Start + (long)size);
        var limit = document.ShowsTotal ? int.MaxValue : end + 1;
        var found = request.Text.Length == 0 ? null : snapshot.Search(request.Text, limit).ToList();
        return new()
        {
            Address = root + document.Phonebook,
            Text = request.Text,
            First = request.Start,
            Size = size,
            Total = found?.Count ?? snapshot.EntryCount,
            Entries = document.Select(found?.Skip(request.Start).Take(size) ?? Rows(snapshot, request.Start, end)),
        };
    }

    private static IEnumerable<DirectoryEntry> Rows(DirectorySnapshot snapshot, int start, int end)
    {
        for (var row = start; row < Math.Min(end, snapshot.EntryCount); row++)
        {
            yield return snapshot[row];
        }
    }
}
