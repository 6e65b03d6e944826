using System.Text;
using Switchbook.PhoneDirectory.Names;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>Turns a document in UTF-8 into one in ISO-8859-1, for phones that read nothing else.</summary>
internal static class LatinText
{
    private const int LastLatin = 0xFF;

    /// <summary>Letters that ISO-8859-1 lacks lose their accents (<c>Łukasz</c> becomes <c>Lukasz</c>); what is left of others is <c>?</c>.</summary>
    public static ReadOnlyMemory<byte> Of(ReadOnlySpan<byte> document)
    {
        var text = Encoding.UTF8.GetString(document).Replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"", StringComparison.Ordinal);
        var latin = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            latin.Append(rune.Value <= LastLatin ? rune.ToString() : Near(rune));
        }

        return Encoding.Latin1.GetBytes(latin.ToString());
    }

    private static string Near(Rune rune)
    {
        var plain = NameFolding.Fold(rune.ToString());
        return plain.Length == 0 || !plain.All(char.IsAscii) ? "?"
            : Rune.IsUpper(rune) ? plain.ToUpperInvariant()
            : plain;
    }
}
