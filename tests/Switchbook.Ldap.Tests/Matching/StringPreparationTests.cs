using System.Text;

using CsCheck;

using Switchbook.Ldap.Matching;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Tests.Matching;

/// <summary>How values are made ready for comparison (RFC 4517 and RFC 4518).</summary>
public sealed class StringPreparationTests
{
    [Theory]
    [InlineData("  Adele \t VANCE ", "adele vance")]
    [InlineData("ÅNGSTRÖM", "ångström")]
    [InlineData("A\u030Angstro\u0308m", "ångström")]
    [InlineData("e\u0302\u0301", "ế")]
    [InlineData("soft\u00ADhyphen\u200B", "softhyphen")]
    [InlineData("no\u00A0break\u3000wide", "no break wide")]
    [InlineData("ＡＢＣ１", "abc1")]
    [InlineData("山田", "山田")]
    [InlineData("   ", " ")]
    public void Text_is_folded(string value, string expected)
    {
        Assert.Equal(expected, Prepare(value, ValuePreparation.CaseIgnore));
    }

    [Theory]
    [InlineData(ValuePreparation.TelephoneNumber, "+1 425-555‐01 00", "+14255550100")]
    [InlineData(ValuePreparation.NumericString, " 12 34 ", "1234")]
    [InlineData(ValuePreparation.Uuid, "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6")]
    [InlineData(ValuePreparation.GeneralizedTime, "202601011300+0100", "202601011200000000000")]
    [InlineData(ValuePreparation.ObjectIdentifier, "INETORGPERSON", "2.16.840.1.113730.3.2.2")]
    [InlineData(ValuePreparation.DistinguishedName, "CN = A , dc=B", "cn=a,dc=b")]
    [InlineData(ValuePreparation.CaseExact, " A  b ", "A b")]
    public void A_value_is_prepared_by_its_kind(ValuePreparation preparation, string value, string expected)
    {
        Assert.Equal(expected, Prepare(value, preparation));
    }

    [Theory]
    [InlineData(ValuePreparation.TelephoneNumber, " - ")]
    [InlineData(ValuePreparation.WholeNumber, "1x")]
    [InlineData(ValuePreparation.WholeNumber, "")]
    [InlineData(ValuePreparation.Boolean, "true")]
    [InlineData(ValuePreparation.Uuid, "1")]
    [InlineData(ValuePreparation.GeneralizedTime, "20261301000000Z")]
    [InlineData(ValuePreparation.CaseIgnore, "")]
    public void What_is_no_value_of_its_kind_is_told(ValuePreparation preparation, string value)
    {
        Assert.Null(StringPreparation.Prepare(Encoding.UTF8.GetBytes(value), preparation));
    }

    [Theory]
    [InlineData(SubstringPart.Initial, " a  b ", "a b ")]
    [InlineData(SubstringPart.Any, " a  b ", " a b ")]
    [InlineData(SubstringPart.Final, " a  b ", " a b")]
    public void Spaces_count_where_a_part_meets_another(SubstringPart part, string value, string expected)
    {
        Assert.Equal(expected, Encoding.UTF8.GetString(StringPreparation.Prepare(Encoding.UTF8.GetBytes(value), ValuePreparation.CaseIgnore, part)!));
    }

    [Fact]
    public void Whole_numbers_are_in_the_order_of_their_octets() => Gen.Select(Gen.Long, Gen.Long).Sample((left, right) =>
        Math.Sign(Number(left).AsSpan().SequenceCompareTo(Number(right))) == left.CompareTo(right));

    [Fact]
    public void Any_text_is_prepared_within_the_room_that_is_promised_and_once_is_enough() => Gen.String.Sample(text =>
    {
        foreach (var preparation in new[] { ValuePreparation.CaseIgnore, ValuePreparation.TelephoneNumber })
        {
            if (StringPreparation.Prepare(Encoding.UTF8.GetBytes(text), preparation) is { } once)
            {
                Assert.Equal(once, StringPreparation.Prepare(once, preparation));
            }
        }
    });

    private static byte[] Number(long value) =>
        StringPreparation.Prepare(Encoding.ASCII.GetBytes(value.ToString(System.Globalization.CultureInfo.InvariantCulture)), ValuePreparation.WholeNumber)!;

    private static string Prepare(string value, ValuePreparation preparation) =>
        Encoding.UTF8.GetString(StringPreparation.Prepare(Encoding.UTF8.GetBytes(value), preparation, schema: LdapSchema.Standard)!);
}
