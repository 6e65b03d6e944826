using System.Text;

namespace Switchbook.Phonebooks;

/// <summary>Text as it may stand in an XML 1.0 document (section 2.2 of its recommendation).</summary>
internal static class XmlText
{
    /// <summary>Appends <paramref name="text"/> with markup escaped; characters that XML forbids go, line ends become blanks.</summary>
    public static StringBuilder AppendXml(this StringBuilder document, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '<' => document.Append("&lt;"),
                '>' => document.Append("&gt;"),
                '&' => document.Append("&amp;"),
                '"' => document.Append("&quot;"),
                '\t' or '\n' or '\r' => document.Append(' '),
                _ when IsAllowed(rune) => document.Append(rune),
                _ => document,
            };
        }

        return document;
    }

    /// <summary>
    /// A lone surrogate arrives as U+FFFD, which XML allows. Control characters up to U+009F are left out too: no phone can show them.
    /// </summary>
    private static bool IsAllowed(Rune rune) => rune.Value switch
    {
        < 0x20 or (>= 0x7F and <= 0x9F) => false,
        0xFFFE or 0xFFFF => false,
        _ => true,
    };
}
