using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Switchbook.Graph;

/// <summary>
/// Text out of JSON that never fails: a name that was cut in the middle of an emoji holds half a surrogate pair, which
/// <see cref="Utf8JsonReader.GetString"/> refuses, and which must not stop the run for everybody else.
/// </summary>
internal static class JsonText
{
    /// <summary>The string at the reader, with U+FFFD for what is no character.</summary>
    public static string Read(ref readonly Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Unescape(Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    private static string Unescape(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var index = 0; index < escaped.Length; index++)
        {
            if (escaped[index] != '\\')
            {
                text.Append(escaped[index]);
                continue;
            }

            index++;
            if (escaped[index] == 'u')
            {
                text.Append((char)ushort.Parse(escaped.AsSpan(index + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                index += 4;
            }
            else
            {
                text.Append(Unescape(escaped[index]));
            }
        }

        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static char Unescape(char letter) => letter switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => letter,
    };
}
