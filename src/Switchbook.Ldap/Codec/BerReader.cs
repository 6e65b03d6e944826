namespace Switchbook.Ldap.Codec;

/// <summary>
/// Reads BER from memory that holds all of it. Lengths are definite and need not be the shortest form. After the first fault
/// <see cref="Failed"/> stays set, nothing is left to read, and every value read is empty: so the caller asks once, at the end.
/// </summary>
internal ref struct BerReader(ReadOnlyMemory<byte> memory)
{
    private readonly ReadOnlyMemory<byte> _memory = memory;
    private readonly ReadOnlySpan<byte> _span = memory.Span;
    private int _at;

    public bool Failed { get; private set; }

    public readonly bool AtEnd => Failed || _at == _span.Length;

    /// <summary>What is not read yet.</summary>
    public readonly ReadOnlyMemory<byte> Rest => Failed ? default : _memory[_at..];

    /// <summary>The tag of the next value; 0, which no value has, at the end.</summary>
    public readonly byte NextTag => AtEnd ? (byte)0 : _span[_at];

    /// <summary>Remembers that what was read makes no sense.</summary>
    public void Fail() => Failed = true;

    /// <summary>Reads a value of any tag.</summary>
    public ReadOnlyMemory<byte> Any(out byte tag)
    {
        tag = NextTag;
        return Value(tag);
    }

    /// <summary>Reads the content of a value that must have this tag.</summary>
    public ReadOnlyMemory<byte> Value(byte tag)
    {
        if (tag == 0 || NextTag != tag || (tag & 0x1F) == 0x1F || !TryReadLength(_span, _at + 1, out var content, out var length)
            || length > _span.Length - content)
        {
            Failed = true;
            return default;
        }

        _at = content + length;
        return _memory.Slice(content, length);
    }

    /// <summary>Reads a value together with its tag and length.</summary>
    public ReadOnlyMemory<byte> Encoded(out byte tag)
    {
        var start = _at;
        _ = Any(out tag);
        return Failed ? default : _memory[start.._at];
    }

    /// <summary>Opens a constructed value.</summary>
    public BerReader Nested(byte tag)
    {
        var content = Value(tag);
        return new BerReader(content) { Failed = Failed };
    }

    /// <summary>Reads an INTEGER or ENUMERATED from 0 to 2^31-1, as every number in LDAP is that a server reads; -1 counts as a fault.</summary>
    public int Integer(byte tag = BerTag.Integer)
    {
        var octets = Value(tag).Span;
        var value = 0L;
        if (octets.IsEmpty || octets.Length > 8 || octets[0] >= 0x80)
        {
            Failed = true;
            return 0;
        }

        foreach (var octet in octets)
        {
            value = (value << 8) | octet;
        }

        Failed |= value > int.MaxValue;
        return Failed ? 0 : (int)value;
    }

    public bool Boolean(byte tag = BerTag.Boolean)
    {
        var octets = Value(tag).Span;
        Failed |= octets.Length != 1;
        return !Failed && octets[0] != 0;
    }

    public ReadOnlyMemory<byte> OctetString() => Value(BerTag.OctetString);

    /// <summary>Reads a length (X.690, section 8.1.3): definite only, at most 2^31-1.</summary>
    internal static bool TryReadLength(ReadOnlySpan<byte> span, int at, out int content, out int length)
    {
        content = at + 1;
        length = 0;
        if (at >= span.Length)
        {
            return false;
        }

        var first = span[at];
        if (first < 0x80)
        {
            length = first;
            return true;
        }

        var count = first & 0x7F;
        if (count is 0 or > 8 || count > span.Length - content)
        {
            return false;
        }

        var value = 0UL;
        foreach (var octet in span.Slice(content, count))
        {
            value = (value << 8) | octet;
        }

        content += count;
        length = (int)Math.Min(value, int.MaxValue);
        return value <= int.MaxValue;
    }
}
