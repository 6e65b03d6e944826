using Switchbook.Numbers;
using Switchbook.PhoneDirectory;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>Makes of a directory's entry what a phone can show and dial.</summary>
internal static class EntryForm
{
    /// <summary>Reads an entry of a snapshot, its number as <paramref name="policy"/> writes it.</summary>
    /// <returns>False when there is nothing to dial.</returns>
    public static bool TryMake(DirectoryEntry entry, NumberPolicy policy, NumberRegion region, out PhonebookEntry made)
    {
        var number = policy.Write(entry.Number, region);
        made = new(entry.Name, number, LineOf(entry.Kind));
        return number.Length > 0;
    }

    /// <summary>Cuts a text to what a phone holds, never inside a character.</summary>
    public static string Shorten(string text, int longest) =>
        text.Length <= longest ? text
        : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)]
        : text[..longest];

    /// <summary>Which telephone a mapped property such as <c>mobilePhone</c> is.</summary>
    public static LineKind LineOf(string kind) =>
        kind.Contains("mobile", StringComparison.OrdinalIgnoreCase) ? LineKind.Mobile
        : kind.Contains("home", StringComparison.OrdinalIgnoreCase) ? LineKind.Home
        : LineKind.Work;
}
