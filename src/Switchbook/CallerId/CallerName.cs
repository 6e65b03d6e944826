using System.Text;

namespace Switchbook.CallerId;

/// <summary>A name as a PBX can put it on a display and into a signalling header: one line, nothing that controls anything.</summary>
internal static class CallerName
{
    /// <summary>FreeSWITCH and FreePBX put it into the caller's name as it is; displays show far less.</summary>
    public const int Longest = 80;

    public static string Of(string name)
    {
        var text = new StringBuilder(Math.Min(name.Length, Longest));
        foreach (var rune in name.EnumerateRunes())
        {
            var isBlank = Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) || rune.Value is 0x2028 or 0x2029;
            if (text.Length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            if (!isBlank)
            {
                text.Append(rune.ToString());
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        return text.ToString().TrimEnd();
    }
}
