using System.Diagnostics.CodeAnalysis;

using Switchbook.Ldap.Filters;
using Switchbook.Ldap.Matching;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Entries;

/// <summary>Holds a substrings assertion against values.</summary>
internal sealed class SubstringTest : LeafTest
{
    private readonly ValuePreparation _preparation;
    private readonly byte[] _initial;
    private readonly byte[][] _any;
    private readonly byte[] _final;

    private SubstringTest(AttributeType type, ValuePreparation preparation, byte[] initial, byte[][] any, byte[] final)
        : base(type) => (_preparation, _initial, _any, _final) = (preparation, initial, any, final);

    /// <summary>Prepares the parts; false when one cannot be part of a value.</summary>
    public static bool TryCompile(LdapFilter.Substrings filter, [NotNullWhen(true)] out SubstringTest? test)
    {
        test = null;
        if (filter.Type.Substrings?.Preparation is not { } preparation)
        {
            return false;
        }

        var initial = Prepare(filter.Initial, preparation, SubstringPart.Initial);
        var any = filter.Any.Select(part => Prepare(part, preparation, SubstringPart.Any)).ToArray();
        var final = Prepare(filter.Final, preparation, SubstringPart.Final);
        if (initial is null || final is null || Array.Exists(any, part => part is null))
        {
            return false;
        }

        // Every value begins and ends with a blank (RFC 4518, section 2.6.1), so one that is asked for there is there.
        var first = filter.Initial is null ? Array.FindIndex(any, part => !IsBlank(part!)) : 0;
        var last = filter.Final is null ? Array.FindLastIndex(any, part => !IsBlank(part!)) : any.Length - 1;
        any = first < 0 || last < 0 ? [] : any[first..(last + 1)];
        test = new SubstringTest(filter.Type, preparation, IsBlank(initial) ? [] : initial, any!, IsBlank(final) ? [] : final);
        return true;
    }

    public override bool MatchesValue(ReadOnlySpan<byte> value)
    {
        if (StringPreparation.Prepare(value, _preparation) is not { } prepared)
        {
            return false;
        }

        var rest = prepared.AsSpan();
        if (!rest.StartsWith(_initial))
        {
            return false;
        }

        rest = rest[_initial.Length..];
        foreach (var part in _any)
        {
            var at = rest.IndexOf(part);
            if (at < 0)
            {
                return false;
            }

            rest = rest[(at + part.Length)..];
        }

        return rest.EndsWith(_final);
    }

    private static bool IsBlank(byte[] part) => part is [(byte)' '];

    /// <summary>Prepares a part; blanks and hyphens in numbers are as good as nothing.</summary>
    private static byte[]? Prepare(ReadOnlyMemory<byte>? value, ValuePreparation preparation, SubstringPart part) =>
        value is not { } octets ? []
        : preparation is ValuePreparation.TelephoneNumber or ValuePreparation.NumericString && octets.Span.Trim(" -"u8).IsEmpty ? []
        : StringPreparation.Prepare(octets.Span, preparation, part);
}
