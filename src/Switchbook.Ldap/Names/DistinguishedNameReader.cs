using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

using Switchbook.Ldap.Matching;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Names;

/// <summary>
/// Reads the string form of a DN (RFC 4514, section 3), and what RFC 2253 and LDAPv2 clients write: spaces around separators,
/// semicolons for commas, quoted values.
/// </summary>
internal ref struct DistinguishedNameReader
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(",;+");
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private readonly ReadOnlySpan<char> _text;
    private readonly LdapSchema _schema;
    private readonly StringBuilder _normalized;
    private int _at;

    private DistinguishedNameReader(ReadOnlySpan<char> text, LdapSchema schema)
    {
        _text = text;
        _schema = schema;
        _normalized = new StringBuilder(text.Length + 8);
    }

    public static bool TryRead(string text, LdapSchema schema, [NotNullWhen(true)] out DistinguishedName? name)
    {
        if (text.AsSpan().Trim(' ').IsEmpty)
        {
            name = DistinguishedName.Empty;
            return true;
        }

        return new DistinguishedNameReader(text, schema).TryReadAll(text, out name);
    }

    private bool TryReadAll(string text, [NotNullWhen(true)] out DistinguishedName? name)
    {
        name = null;
        var rdns = ImmutableArray.CreateBuilder<RelativeDistinguishedName>(4);
        while (true)
        {
            if (!TryReadRdn(out var rdn))
            {
                return false;
            }

            rdns.Add(rdn);
            if (_at == _text.Length)
            {
                name = new DistinguishedName(text, rdns.DrainToImmutable(), _normalized.ToString());
                return true;
            }

            _at++;
            _normalized.Append(',');
        }
    }

    private bool TryReadRdn([NotNullWhen(true)] out RelativeDistinguishedName? rdn)
    {
        rdn = null;
        if (!TryReadValue(out var first, out var form))
        {
            return false;
        }

        if (_at == _text.Length || _text[_at] != '+')
        {
            _normalized.Append(form);
            rdn = new RelativeDistinguishedName([first]);
            return true;
        }

        var values = new SortedList<string, AttributeValue>(StringComparer.Ordinal) { [form] = first };
        while (_at < _text.Length && _text[_at] == '+')
        {
            _at++;
            if (!TryReadValue(out var next, out form))
            {
                return false;
            }

            values[form] = next;
        }

        _normalized.AppendJoin('+', values.Keys);
        rdn = new RelativeDistinguishedName([.. values.Values]);
        return true;
    }

    private bool TryReadValue([NotNullWhen(true)] out AttributeValue? value, out string form)
    {
        value = null;
        form = "";
        var equals = _text[_at..].IndexOf('=');
        if (equals < 0)
        {
            return false;
        }

        var name = _text.Slice(_at, equals).Trim(' ');
        if (name.StartsWith("OID.", StringComparison.OrdinalIgnoreCase))
        {
            name = name[4..];
        }

        if (!LdapSchemaReader.IsKeyOrOid(name))
        {
            return false;
        }

        _at += equals + 1;
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }

        if (!TryReadText(out var text))
        {
            return false;
        }

        var written = name.ToString();
        _ = _schema.TryGetAttributeType(written, out var type);
        var prepared = StringPreparation.Prepare(text, type?.Equality?.Preparation ?? ValuePreparation.CaseIgnore, _schema);
        value = new AttributeValue(type, written, text, prepared);
        form = (type?.Name ?? written).ToLowerInvariant() + "=" + EscapeNormalized(prepared);
        return true;
    }

    private bool TryReadText(out string text)
    {
        text = "";
        if (_at < _text.Length && _text[_at] == '"')
        {
            return TryReadQuoted(out text);
        }

        var length = UnescapedLength(_text[_at..]);
        var raw = _text.Slice(_at, length);
        _at += length;
        if (raw.StartsWith('#'))
        {
            return TryReadHexString(raw[1..].TrimEnd(' '), out text);
        }

        return TryUnescape(TrimUnescapedEnd(raw), out text);
    }

    private bool TryReadQuoted(out string text)
    {
        text = "";
        var start = ++_at;
        while (_at < _text.Length && _text[_at] != '"')
        {
            _at += _text[_at] == '\\' ? 2 : 1;
        }

        if (_at >= _text.Length || !TryUnescape(_text[start.._at], out text))
        {
            return false;
        }

        _at++;
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }

        return _at == _text.Length || Separators.Contains(_text[_at]);
    }

    private static int UnescapedLength(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (Separators.Contains(text[i]))
            {
                return i;
            }
        }

        return text.Length;
    }

    private static ReadOnlySpan<char> TrimUnescapedEnd(ReadOnlySpan<char> raw)
    {
        var end = raw.TrimEnd(' ').Length;
        var backslashes = end - raw[..end].TrimEnd('\\').Length;
        return backslashes % 2 == 1 && end < raw.Length ? raw[..(end + 1)] : raw[..end];
    }

    private static bool TryUnescape(ReadOnlySpan<char> raw, out string text)
    {
        text = "";
        if (!raw.Contains('\\'))
        {
            text = raw.ToString();
            return true;
        }

        var octets = new ArrayBufferWriter<byte>(raw.Length * 3);
        while (!raw.IsEmpty)
        {
            var plain = raw.IndexOf('\\');
            plain = plain < 0 ? raw.Length : plain;
            Encoding.UTF8.GetBytes(raw[..plain], octets);
            raw = raw[plain..];
            if (raw.IsEmpty)
            {
                break;
            }

            if (raw.Length >= 3 && char.IsAsciiHexDigit(raw[1]) && char.IsAsciiHexDigit(raw[2]))
            {
                octets.Write(Convert.FromHexString(raw.Slice(1, 2)));
                raw = raw[3..];
            }
            else if (raw.Length >= 2 && " \"#+,;<=>\\".Contains(raw[1], StringComparison.Ordinal))
            {
                octets.Write([(byte)raw[1]]);
                raw = raw[2..];
            }
            else
            {
                return false;
            }
        }

        text = Encoding.UTF8.GetString(octets.WrittenSpan);
        return true;
    }

    /// <summary>A value as the hexadecimal form of its BER encoding, of which strings are of interest only.</summary>
    private static bool TryReadHexString(ReadOnlySpan<char> digits, out string text)
    {
        text = "";
        if (digits.Length < 4 || digits.Length % 2 != 0 || digits.ContainsAnyExcept(HexDigits))
        {
            return false;
        }

        var octets = Convert.FromHexString(digits);
        if (octets[1] >= 0x80 || octets.Length != octets[1] + 2)
        {
            return false;
        }

        text = Encoding.UTF8.GetString(octets.AsSpan(2));
        return true;
    }

    private static string EscapeNormalized(string value)
    {
        if (!value.AsSpan().ContainsAny(",+\\"))
        {
            return value;
        }

        return value
            .Replace("\\", "\\5c", StringComparison.Ordinal)
            .Replace(",", "\\2c", StringComparison.Ordinal)
            .Replace("+", "\\2b", StringComparison.Ordinal);
    }
}
