using System.Collections.Immutable;
using System.Text;

using Switchbook.Ldap.Codec;

namespace Switchbook.Ldap.Controls;

/// <summary>Decodes the controls of a request (RFC 4511, section 4.1.11).</summary>
internal static class ControlDecoder
{
    private const int MostControls = 32;
    private const int MostSortKeys = 16;

    /// <summary>Decodes the content of a controls sequence.</summary>
    /// <param name="content">Empty when there are none.</param>
    /// <param name="isSearch">Whether they came with a search: the other operations take the assertion and manage DSA IT only.</param>
    /// <param name="refusal">What to answer in place of doing the operation.</param>
    public static RequestControls? Decode(ReadOnlyMemory<byte> content, bool isSearch, out LdapResult? refusal)
    {
        refusal = null;
        if (content.IsEmpty)
        {
            return RequestControls.None;
        }

        var reader = new BerReader(content);
        var controls = RequestControls.None;
        for (var count = 0; !reader.AtEnd; count++)
        {
            if (count == MostControls || !TryReadOne(ref reader, out var oid, out var isCritical, out var value))
            {
                refusal = new LdapResult(LdapResultCode.ProtocolError, "The controls are malformed.");
                return null;
            }

            if (!IsKnown(oid, isSearch))
            {
                if (isCritical)
                {
                    refusal = new LdapResult(LdapResultCode.UnavailableCriticalExtension, $"The control {oid} is not available here.");
                    return null;
                }

                continue;
            }

            if (Add(controls, oid, isCritical, value) is not { } more)
            {
                refusal = new LdapResult(LdapResultCode.ProtocolError, $"The value of the control {oid} is malformed.");
                return null;
            }

            controls = more;
        }

        return controls;
    }

    private static bool TryReadOne(ref BerReader reader, out string oid, out bool isCritical, out ReadOnlyMemory<byte> value)
    {
        var control = reader.Nested(BerTag.Sequence);
        oid = Encoding.ASCII.GetString(control.OctetString().Span);
        isCritical = control.NextTag == BerTag.Boolean && control.Boolean();
        value = control.AtEnd ? default : control.OctetString();
        return !reader.Failed && !control.Failed && control.AtEnd;
    }

    private static bool IsKnown(string oid, bool isSearch) =>
        oid is ControlOid.Assertion or ControlOid.ManageDsaIt
        || (isSearch && ControlOid.Supported.Contains(oid, StringComparer.Ordinal));

    private static RequestControls? Add(RequestControls controls, string oid, bool isCritical, ReadOnlyMemory<byte> value) => oid switch
    {
        ControlOid.PagedResults => DecodePaged(value) is { } paged ? controls with { PagedResults = paged } : null,
        ControlOid.SortRequest => DecodeSort(value, isCritical) is { } sort ? controls with { Sort = sort } : null,
        ControlOid.VirtualListViewRequest => DecodeList(value) is { } list ? controls with { VirtualListView = list } : null,
        ControlOid.MatchedValues => controls with { MatchedValues = value },
        ControlOid.Assertion => controls with { Assertion = value },
        _ => controls,
    };

    private static PagedResultsControl? DecodePaged(ReadOnlyMemory<byte> value)
    {
        var outer = new BerReader(value);
        var reader = outer.Nested(BerTag.Sequence);
        var size = reader.Integer();
        var cookie = reader.OctetString();
        return IsWhole(outer, reader) ? new(size, cookie) : null;
    }

    private static SortControl? DecodeSort(ReadOnlyMemory<byte> value, bool isCritical)
    {
        var outer = new BerReader(value);
        var list = outer.Nested(BerTag.Sequence);
        var keys = ImmutableArray.CreateBuilder<SortControl.Key>(2);
        while (!list.AtEnd && keys.Count < MostSortKeys)
        {
            var key = list.Nested(BerTag.Sequence);
            var type = key.OctetString();
            var rule = key.NextTag == 0x80 ? Encoding.UTF8.GetString(key.Value(0x80).Span) : null;
            var reverse = key.NextTag == 0x81 && key.Boolean(0x81);
            if (key.Failed || !key.AtEnd)
            {
                return null;
            }

            keys.Add(new(type, rule, reverse));
        }

        return IsWhole(outer, list) && keys.Count > 0 ? new(keys.DrainToImmutable(), isCritical) : null;
    }

    private static VirtualListViewControl? DecodeList(ReadOnlyMemory<byte> value)
    {
        const byte ByOffset = 0xA0;
        const byte ByValue = 0x81;
        var outer = new BerReader(value);
        var reader = outer.Nested(BerTag.Sequence);
        var before = reader.Integer();
        var after = reader.Integer();
        var offset = 0;
        var count = 0;
        ReadOnlyMemory<byte>? target = null;
        if (reader.NextTag == ByOffset)
        {
            var place = reader.Nested(ByOffset);
            offset = place.Integer();
            count = place.Integer();
            if (place.Failed || !place.AtEnd)
            {
                return null;
            }
        }
        else
        {
            target = reader.Value(ByValue);
        }

        // The context of an earlier window; none is ever given out, since no state is kept.
        _ = reader.AtEnd ? default : reader.OctetString();
        return IsWhole(outer, reader) ? new(before, after, offset, count, target) : null;
    }

    private static bool IsWhole(in BerReader outer, in BerReader inner) =>
        !outer.Failed && outer.AtEnd && !inner.Failed && inner.AtEnd;
}
