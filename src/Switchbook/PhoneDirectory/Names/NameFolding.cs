using System.Globalization;
using System.Text;

namespace Switchbook.PhoneDirectory.Names;

/// <summary>
/// Makes names comparable as people type them: case, accents and punctuation do not count, and words stand with one blank between
/// them. Apostrophes vanish (O'Brien is obrien), everything else that is no letter or digit separates words.
/// </summary>
internal static class NameFolding
{
    /// <summary>What is longer is cut before it is folded.</summary>
    public const int LongestText = 320;

    /// <summary>How many characters a folded text has at most.</summary>
    public const int LongestFolded = 4 * LongestText;

    private const char Diaeresis = '\u0308';

    /// <summary>Folds a text into <paramref name="destination"/>, which has room for <see cref="LongestFolded"/>.</summary>
    /// <returns>How many characters were written.</returns>
    public static int Fold(ReadOnlySpan<char> text, Span<char> destination, FoldingForm form = FoldingForm.Plain)
    {
        text = text[..Math.Min(text.Length, LongestText)];
        var output = new FoldedText(destination);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsAscii(character))
            {
                AddAscii(ref output, character);
            }
            else if (char.IsHighSurrogate(character) && i + 1 < text.Length && Rune.TryCreate(character, text[i + 1], out var rune))
            {
                i++;
                AddRune(ref output, rune);
            }
            else if (form == FoldingForm.Expanded && Expansion(character) is { } expansion)
            {
                output.Add(expansion);
            }
            else
            {
                AddLetter(ref output, character);
            }

            if (form == FoldingForm.Expanded && i + 1 < text.Length && text[i + 1] == Diaeresis && (character | 0x20) is 'a' or 'o' or 'u')
            {
                output.Add('e');
            }
        }

        return form == FoldingForm.Joined ? Join(destination[..output.Length]) : output.Length;
    }

    /// <summary>The folded text; for tests and short ways.</summary>
    public static string Fold(string text, FoldingForm form = FoldingForm.Plain)
    {
        Span<char> folded = stackalloc char[LongestFolded];
        return folded[..Fold(text, folded, form)].ToString();
    }

    private static void AddAscii(ref FoldedText output, char character)
    {
        if (char.IsAsciiLetterUpper(character))
        {
            output.Add((char)(character | 0x20));
        }
        else if (char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character))
        {
            output.Add(character);
        }
        else if (character is not ('\'' or '`'))
        {
            output.EndWord();
        }
    }

    private static void AddLetter(ref FoldedText output, char character)
    {
        if (FoldingTable.TryGet(character, out var form))
        {
            output.Add(form);
        }
        else if (char.IsLetterOrDigit(character)
            || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
        {
            output.Add(character);
        }
        else if (character is not ('\u2018' or '\u2019' or '\u00B4' or '\u2032' or '\u00AD' or (>= '\u200B' and <= '\u200F')))
        {
            output.EndWord();
        }
    }

    private static void AddRune(ref FoldedText output, Rune rune)
    {
        if (!Rune.IsLetterOrDigit(rune))
        {
            output.EndWord();
            return;
        }

        Span<char> characters = stackalloc char[2];
        Rune.ToLowerInvariant(rune).EncodeToUtf16(characters);
        output.Add(characters[0]);
        output.Add(characters[1]);
    }

    private static string? Expansion(char character) => character switch
    {
        'ä' or 'Ä' => "ae",
        'ö' or 'Ö' or 'ø' or 'Ø' => "oe",
        'ü' or 'Ü' => "ue",
        'å' or 'Å' => "aa",
        _ => null,
    };

    private static int Join(Span<char> folded)
    {
        var length = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            var isJoined = folded[i] == 'e' && i > 0 && folded[i - 1] is 'a' or 'o' or 'u'
                && i + 1 < folded.Length && folded[i + 1] != ' ';
            if (!isJoined || folded[i] != 'e')
            {
                folded[length++] = folded[i];
            }
        }

        return length;
    }
}
