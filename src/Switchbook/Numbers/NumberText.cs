using System.Globalization;

namespace Switchbook.Numbers;

/// <summary>
/// The parts of a written number before anybody asks which country it is of: its digits, whether a plus sign leads them, and the
/// extension. Read without allocation; never fails.
/// </summary>
internal ref struct NumberText
{
    // 64 characters is the longest number that the mapping lets through; longer ones come from callers only and are cut.
    private const int LongestText = 128;
    private const int LongestExtension = 9;
    private const int ShortestInternational = 7;
    private const int ShortestBeforeHyphen = 10;

    private static readonly string[] ExtensionMarks =
        [";ext=", ";isub=", "extension", "extn.", "extn", "ext.", "ext", "x.", "x", "#"];

    private NumberText(Span<char> digits) => Digits = digits;

    /// <summary>The digits in ASCII, without the extension's.</summary>
    public Span<char> Digits { get; private set; }

    public DigitString Extension { get; private set; }

    public bool HasPlus { get; private set; }

    public bool HasLetters { get; private set; }

    /// <summary>Takes a text apart; <paramref name="buffer"/> needs room for <see cref="DigitString.MaximumLength"/> + 8.</summary>
    public static NumberText Read(ReadOnlySpan<char> text, Span<char> buffer)
    {
        text = WithoutUri(text[..Math.Min(text.Length, LongestText)].Trim());
        var result = new NumberText(default);
        text = result.CutExtension(text);
        result.Collect(text, buffer);
        result.CutShortForms(text);
        return result;
    }

    /// <summary>The user part of <c>tel:</c> and <c>sip:</c> URIs (RFC 3966, RFC 3261), with the extension parameter if there is one.</summary>
    private static ReadOnlySpan<char> WithoutUri(ReadOnlySpan<char> text)
    {
        text = WithoutDisplayName(text);
        foreach (var scheme in (ReadOnlySpan<string>)["tel:", "sip:", "sips:", "callto:"])
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                text = text[scheme.Length..].TrimStart("/ ");
                break;
            }
        }

        var at = text.IndexOf('@');
        text = at < 0 ? text : text[..at];
        var parameters = text.IndexOf(';');
        return parameters < 0 || text[parameters..].Contains(";ext=", StringComparison.OrdinalIgnoreCase)
            ? text
            : text[..parameters];
    }

    /// <summary>The address of <c>"Adele Vance" &lt;sip:402@host&gt;</c> (RFC 3261, section 20.10).</summary>
    private static ReadOnlySpan<char> WithoutDisplayName(ReadOnlySpan<char> text)
    {
        var open = text.LastIndexOf('<');
        return open >= 0 && text[open..].IndexOf('>') is > 0 and var length ? text.Slice(open + 1, length - 1).Trim() : text;
    }

    private ReadOnlySpan<char> CutExtension(ReadOnlySpan<char> text)
    {
        foreach (var mark in ExtensionMarks)
        {
            var at = text.LastIndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                continue;
            }

            var rest = text[(at + mark.Length)..];
            var end = rest.IndexOf(';');
            if (TryReadExtension(end < 0 ? rest : rest[..end], out var extension))
            {
                Extension = extension;
                return text[..at];
            }
        }

        return text;
    }

    private static bool TryReadExtension(ReadOnlySpan<char> text, out DigitString extension)
    {
        extension = DigitString.Empty;
        foreach (var character in text)
        {
            if (char.IsDigit(character))
            {
                extension = extension.Append(CharUnicodeInfo.GetDecimalDigitValue(character));
            }
            else if (character is not (' ' or '.' or ':' or '-' or ')' or '\u00A0'))
            {
                return false;
            }
        }

        return extension.Length is > 0 and <= LongestExtension;
    }

    private void Collect(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsDigit(character))
            {
                if (count < buffer.Length)
                {
                    buffer[count++] = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(character));
                }
            }
            else if (character is '+' or '\uFF0B')
            {
                HasPlus |= count == 0;
            }
            else if (character == '%' && count == 0 && text[i..].StartsWith("%2B", StringComparison.OrdinalIgnoreCase))
            {
                HasPlus = true;
                i += 2;
            }
            else
            {
                HasLetters |= char.IsLetter(character) || char.IsSurrogate(character);
            }
        }

        Digits = buffer[..count];
    }

    /// <summary>
    /// Avaya IP Office writes an extension alone as <c>+402</c> and one behind a full number as <c>441632768402-402</c>
    /// (Administering Avaya IP Office with Microsoft Teams, number formats).
    /// </summary>
    private void CutShortForms(ReadOnlySpan<char> text)
    {
        if (!Extension.IsEmpty || HasLetters)
        {
            return;
        }

        if (HasPlus && Digits.Length < ShortestInternational)
        {
            Extension = DigitString.Of(Digits);
            Digits = default;
            HasPlus = false;
            return;
        }

        var hyphen = text.LastIndexOf('-');
        if (hyphen < ShortestBeforeHyphen || text[..hyphen].TrimStart('+').ContainsAnyExceptInRange('0', '9'))
        {
            return;
        }

        if (TryReadExtension(text[(hyphen + 1)..], out var extension) && Digits.Length - extension.Length >= ShortestBeforeHyphen)
        {
            Extension = extension;
            Digits = Digits[..^extension.Length];
        }
    }
}
