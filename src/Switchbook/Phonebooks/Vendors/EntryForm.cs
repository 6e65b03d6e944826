using Switchbook.Numbers;
using Switchbook.PhoneDirectory;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>Makes of a directory's entry what a phone can show and dial.</summary>
internal static class EntryForm
{
    private const int BufferLength = DigitString.MaximumLength + 8;

    /// <summary>
    /// Reads an entry: its number as <c>+441632768402</c>, or the digits as written when there is no country code. An extension
    /// behind a full number is left out, since phones dial everything in one go; an extension alone is dialled as it is.
    /// </summary>
    /// <returns>False when there is nothing to dial.</returns>
    public static bool TryMake(DirectoryEntry entry, out PhonebookEntry made)
    {
        var written = NumberText.Read(entry.Number, stackalloc char[BufferLength]);
        var number = (written.Digits.IsEmpty, written.HasPlus) switch
        {
            (true, _) => written.Extension.ToString(),
            (false, true) => $"+{NumberReader.Read(entry.Number, NumberRegion.Fallback).Number}",
            (false, false) => written.Digits.ToString(),
        };
        made = new(entry.Name, number, LineOf(entry.Kind));
        return number.Length > 0;
    }

    /// <summary>Cuts a text to what a phone holds, never inside a character.</summary>
    public static string Shorten(string text, int longest) =>
        text.Length <= longest ? text
        : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)]
        : text[..longest];

    private static LineKind LineOf(string kind) =>
        kind.Contains("mobile", StringComparison.OrdinalIgnoreCase) ? LineKind.Mobile
        : kind.Contains("home", StringComparison.OrdinalIgnoreCase) ? LineKind.Home
        : LineKind.Work;
}
