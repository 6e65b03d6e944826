using CsCheck;

using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Tests.Names;

/// <summary>Names of entries (RFC 4514).</summary>
public sealed class DistinguishedNameTests
{
    [Theory]
    [InlineData("cn=Adele Vance,dc=example", "CN = adele  vance ; DC=\"Example\"")]
    [InlineData("cn=a\\,b,dc=c", "cn=\"a,b\",dc=c")]
    [InlineData("cn=a\\2cb,dc=c", "2.5.4.3=a\\,b,domainComponent=c")]
    [InlineData("cn=a+sn=b,dc=c", "surname=B + commonName=A,dc=c")]
    [InlineData("cn=\\c5\\81ukasz", "cn=łukasz")]
    [InlineData("cn=\\ a\\ ", "cn=a")]
    [InlineData("cn=#040141", "cn=a")]
    [InlineData("oid.2.5.4.3=a", "cn=a")]
    [InlineData("cn=", "cn=\"\"")]
    [InlineData("", "  ")]
    public void Ways_to_write_one_name_are_equal(string one, string other)
    {
        Assert.Equal(Parse(one), Parse(other));
        Assert.Equal(Parse(one).GetHashCode(), Parse(other).GetHashCode());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("cn")]
    [InlineData("cn=a,")]
    [InlineData("=a")]
    [InlineData("c n=a")]
    [InlineData("cn=a\\")]
    [InlineData("cn=a\\zz")]
    [InlineData("cn=\"a")]
    [InlineData("cn=\"a\"b")]
    [InlineData("cn=#zz")]
    [InlineData("cn=#0405")]
    public void What_is_no_name_is_told(string text)
    {
        Assert.False(DistinguishedName.TryParse(text, LdapSchema.Standard, out _));
    }

    [Fact]
    public void An_escaped_value_is_read_as_it_was() => Gen.Char[" #,+\"\\<>;=aä\0"].Array[0, 12].Select(chars => new string(chars)).Sample(value =>
    {
        var name = Parse($"description={DistinguishedName.Escape(value)},dc=x");
        return name.Rdns.Length == 2 && name.Rdns[0].First.Value == value;
    });

    [Theory]
    [InlineData("cn=a,dc=b", "dc=b", true)]
    [InlineData("dc=b", "dc=b", false)]
    [InlineData("dc=ab", "dc=b", false)]
    [InlineData("cn=a\\,dc=b", "dc=b", false)]
    [InlineData("dc=b", "", true)]
    [InlineData("", "", false)]
    public void A_name_lies_below_another_by_whole_steps(string name, string other, bool expected)
    {
        Assert.Equal(expected, Parse(name).IsBelow(Parse(other)));
    }

    private static DistinguishedName Parse(string text) => DistinguishedName.Parse(text, LdapSchema.Standard);
}
