using System.Globalization;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>What a phone asks for: <c>q</c>, <c>start</c> (from 0) and <c>count</c>, or Gigaset's and Htek's names for them.</summary>
/// <param name="Text">What to search for; empty for everybody.</param>
/// <param name="Start">How many entries come before.</param>
/// <param name="Count">How many entries are wanted; null for as many as the document holds.</param>
internal readonly record struct PhonebookRequest(string Text, int Start, int? Count)
{
    private const int LongestText = 200;

    /// <summary>Reads a query string; what makes no sense counts as not given, since no phone shows an error.</summary>
    public static PhonebookRequest Read(IQueryCollection query)
    {
        var text = (First(query, "q") ?? First(query, "set_first") ?? First(query, "term") ?? "").Trim().Trim('*');
        var start = Number(First(query, "start")) ?? (Number(First(query, "first")) is > 0 and var first ? first - 1 : 0);
        return new(EntryForm.Shorten(text, LongestText), start, Number(First(query, "count")));
    }

    private static string? First(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var values) ? values[0] : null;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
