using System.Text;
using System.Text.Unicode;

namespace Switchbook.Ldap.Matching;

/// <summary>Prepares texts and numbers written as text (RFC 4518, sections 2.2 to 2.6).</summary>
internal static class TextPreparation
{
    public static bool TryPrepare(ReadOnlySpan<byte> value, Span<byte> destination, bool foldCase, SubstringPart part, out int written)
    {
        if (!Ascii.IsValid(value))
        {
            return TryPrepareUnicode(value, destination, foldCase, part, out written);
        }

        written = 0;
        var spacePending = false;
        foreach (var octet in value)
        {
            if (octet is (byte)' ' or (>= 0x09 and <= 0x0D))
            {
                spacePending = true;
                continue;
            }

            if (octet is < 0x20 or 0x7F)
            {
                continue;
            }

            if (spacePending)
            {
                spacePending = false;
                AddSpace(destination, part, ref written);
            }

            destination[written++] = foldCase && octet is >= (byte)'A' and <= (byte)'Z' ? (byte)(octet | 0x20) : octet;
        }

        return Finish(value.IsEmpty, destination, spacePending, part, ref written);
    }

    /// <summary>A number without what people write between its digits: spaces, and for telephone numbers hyphens.</summary>
    public static bool TryPrepareNumber(ReadOnlySpan<byte> value, Span<byte> destination, bool isTelephone, out int written)
    {
        written = 0;
        while (!value.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(value, out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            value = value[length..];
            rune = CharacterMapping.Map(rune);
            if (rune.Value is ' ' or 0 || (isTelephone && CharacterMapping.IsHyphen(rune)))
            {
                continue;
            }

            written += Rune.ToLowerInvariant(rune).EncodeToUtf8(destination[written..]);
        }

        return written > 0;
    }

    private static bool TryPrepareUnicode(ReadOnlySpan<byte> value, Span<byte> destination, bool foldCase, SubstringPart part, out int written)
    {
        written = 0;
        if (!Utf8.IsValid(value))
        {
            return false;
        }

        var spacePending = false;
        var last = default(Rune);
        var lastAt = -1;
        while (!value.IsEmpty)
        {
            Rune.DecodeFromUtf8(value, out var rune, out var length);
            value = value[length..];
            rune = CharacterMapping.Map(rune);
            if (rune.Value == 0)
            {
                continue;
            }

            if (rune.Value == ' ')
            {
                spacePending = true;
                continue;
            }

            if (spacePending)
            {
                spacePending = false;
                AddSpace(destination, part, ref written);
                lastAt = -1;
            }

            rune = foldCase ? Rune.ToLowerInvariant(rune) : rune;
            if (lastAt >= 0 && CharacterMapping.TryCompose(last, rune, out var composed))
            {
                rune = composed;
                written = lastAt;
            }

            (last, lastAt) = (rune, written);
            written += rune.EncodeToUtf8(destination[written..]);
        }

        return Finish(false, destination, spacePending, part, ref written);
    }

    private static void AddSpace(Span<byte> destination, SubstringPart part, ref int written)
    {
        if (written > 0 || part is SubstringPart.Any or SubstringPart.Final)
        {
            destination[written++] = (byte)' ';
        }
    }

    private static bool Finish(bool isEmpty, Span<byte> destination, bool spacePending, SubstringPart part, ref int written)
    {
        if (spacePending && (written == 0 || part is SubstringPart.Any or SubstringPart.Initial))
        {
            destination[written++] = (byte)' ';
        }

        return !isEmpty && written > 0;
    }
}
