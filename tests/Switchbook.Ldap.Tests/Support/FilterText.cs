using System.Globalization;
using System.Text;

using Switchbook.Ldap.Codec;

namespace Switchbook.Ldap.Tests.Support;

/// <summary>Encodes the string form of a filter (RFC 4515), as a client would.</summary>
internal static class FilterText
{
    public static byte[] Encode(string text)
    {
        using var writer = new BerWriter(256);
        var at = 0;
        Write(text, ref at, writer);
        return writer.WrittenSpan.ToArray();
    }

    private static void Write(string text, ref int at, BerWriter writer)
    {
        at++;
        switch (text[at])
        {
            case '&' or '|' or '!':
                var list = writer.Open((byte)(text[at] switch { '&' => 0xA0, '|' => 0xA1, _ => 0xA2 }));
                for (at++; text[at] != ')';)
                {
                    Write(text, ref at, writer);
                }

                writer.Close(list);
                break;
            default:
                var end = text.IndexOf(')', at);
                WriteItem(text[at..end], writer);
                at = end;
                break;
        }

        at++;
    }

    private static void WriteItem(string item, BerWriter writer)
    {
        var equals = item.IndexOf('=', StringComparison.Ordinal);
        var value = item[(equals + 1)..];
        var (name, tag) = item[equals - 1] switch
        {
            '~' => (item[..(equals - 1)], 0xA8),
            '>' => (item[..(equals - 1)], 0xA5),
            '<' => (item[..(equals - 1)], 0xA6),
            ':' => (item[..(equals - 1)], 0xA9),
            _ => (item[..equals], value == "*" ? 0x87 : value.Contains('*', StringComparison.Ordinal) ? 0xA4 : 0xA3),
        };
        switch (tag)
        {
            case 0x87:
                writer.Text(name, 0x87);
                break;
            case 0xA4:
                WriteSubstrings(name, value.Split('*'), writer);
                break;
            case 0xA9:
                WriteExtensible(name.Split(':'), value, writer);
                break;
            default:
                var assertion = writer.Open((byte)tag);
                writer.Text(name);
                writer.OctetString(Unescape(value));
                writer.Close(assertion);
                break;
        }
    }

    private static void WriteSubstrings(string name, string[] parts, BerWriter writer)
    {
        var filter = writer.Open(0xA4);
        writer.Text(name);
        var list = writer.Open(BerTag.Sequence);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length > 0)
            {
                writer.OctetString(Unescape(parts[i]), (byte)(i == 0 ? 0x80 : i == parts.Length - 1 ? 0x82 : 0x81));
            }
        }

        writer.Close(list);
        writer.Close(filter);
    }

    private static void WriteExtensible(string[] parts, string value, BerWriter writer)
    {
        var filter = writer.Open(0xA9);
        var dn = parts.Skip(1).Contains("dn", StringComparer.Ordinal);
        if (parts.Skip(1).FirstOrDefault(part => part != "dn") is { } rule)
        {
            writer.Text(rule, 0x81);
        }

        if (parts[0].Length > 0)
        {
            writer.Text(parts[0], 0x82);
        }

        writer.OctetString(Unescape(value), 0x83);
        if (dn)
        {
            writer.Boolean(true, 0x84);
        }

        writer.Close(filter);
    }

    private static byte[] Unescape(string value)
    {
        var octets = new List<byte>();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\')
            {
                octets.Add(byte.Parse(value.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                octets.AddRange(Encoding.UTF8.GetBytes(value, i, 1));
            }
        }

        return [.. octets];
    }
}
