namespace Switchbook.Phonebooks.Vendors;

/// <summary>The part of the directory that one document shows, and where the others are.</summary>
internal sealed record PhonebookPage
{
    /// <summary>The absolute address of the vendor's phonebook, without a query.</summary>
    public required string Address { get; init; }

    /// <summary>What was searched for; empty for the whole directory.</summary>
    public required string Text { get; init; }

    /// <summary>The position of the first entry on this page, from 0.</summary>
    public required int First { get; init; }

    /// <summary>At most so many entries are on this page.</summary>
    public required int Size { get; init; }

    /// <summary>Of all pages together; where nobody shows it, only known to be more than this page's last.</summary>
    public required int Total { get; init; }

    public required IEnumerable<PhonebookEntry> Entries { get; init; }

    /// <summary>Whether everybody is on it and no page comes after.</summary>
    public bool IsWhole => Text.Length == 0 && First == 0 && Size == int.MaxValue;

    /// <summary>How many entries it has at most.</summary>
    public int Length => Math.Max(0, Math.Min(Size, Total - First));

    public bool IsEmpty => Total <= First;

    public bool HasNext => First + (long)Size < Total;

    public bool HasPrevious => First > 0;

    public string Next => At(First + Size);

    public string Previous => At(Math.Max(0, First - Size));

    /// <summary>Where phones that ask for a search text on a page of its own find it.</summary>
    public string Search => $"{Address}/search";

    private string At(int first) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Address}?q={Uri.EscapeDataString(Text)}&start={first}");
}
