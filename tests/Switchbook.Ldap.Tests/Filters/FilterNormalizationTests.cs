using CsCheck;

using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Filters;
using Switchbook.Ldap.Schema;
using Switchbook.Ldap.Tests.Support;

namespace Switchbook.Ldap.Tests.Filters;

/// <summary>The normalised filter matches what three-valued logic makes of the original (RFC 4511, section 4.5.1.7).</summary>
public sealed class FilterNormalizationTests
{
    /// <summary>Leaves with their truth for the entry below; null is Undefined.</summary>
    private static readonly (string Text, bool? Truth)[] Leaves =
    [
        ("(objectClass=*)", true),
        ("(givenName=adele)", true),
        ("(name=vance)", true),
        ("(mobile=*)", false),
        ("(sn=smith)", false),
        ("(cn;lang-en=Adele Vance)", false),
        ("(nonsense=1)", null),
        ("(createTimestamp>=rubbish)", null),
        ("(objectClass=per*)", null),
        ("(cn:1.2.3:=a)", null),
    ];

    private static readonly LdapEntry Entry = SampleEntries.Make(1).Last();

    private static readonly Gen<Node> LeafNodes =
        Gen.Int[0, Leaves.Length - 1].Select(place => new Node(Leaves[place].Text, Leaves[place].Truth));

    private static readonly Gen<Node> Nodes = Gen.Recursive<Node>((depth, node) => depth > 5
        ? LeafNodes
        : Gen.Frequency(
            (2, LeafNodes),
            (1, node.Select(inner => new Node($"(!{inner.Text})", !inner.Truth))),
            (2, node.List[0, 4].Select(parts => new Node($"(&{string.Concat(parts.Select(part => part.Text))})", All(parts)))),
            (2, node.List[0, 4].Select(parts => new Node($"(|{string.Concat(parts.Select(part => part.Text))})", Any(parts))))));

    [Fact]
    public void A_normalised_filter_matches_just_when_the_original_is_true() => Nodes.Sample(
        node => EntryFilter.Compile(Decode(node.Text), LdapSchema.Standard).Matches(Entry) == (node.Truth == true),
        print: node => node.Text);

    [Fact]
    public void A_normalised_filter_has_its_negations_on_leaves_and_is_flat() => Nodes.Sample(
        node => IsNormal(Decode(node.Text)), print: node => node.Text);

    [Theory]
    [InlineData("(!(&(sn=a)(cn=b)))", typeof(LdapFilter.AnyOf))]
    [InlineData("(!(!(sn=a)))", typeof(LdapFilter.Equality))]
    [InlineData("(&(objectClass=*)(sn=a))", typeof(LdapFilter.Equality))]
    [InlineData("(|(objectClass=*)(sn=a))", typeof(LdapFilter.Always))]
    [InlineData("(jpegPhoto=a)", typeof(LdapFilter.Never))]
    [InlineData("(cn:caseIgnoreMatch:=a)", typeof(LdapFilter.Equality))]
    [InlineData("(:caseIgnoreMatch:=a)", typeof(LdapFilter.AnyOf))]
    public void A_filter_becomes_the_simplest_that_says_the_same(string text, Type expected)
    {
        Assert.IsType(expected, Decode(text));
    }

    private static LdapFilter Decode(string text) => new FilterDecoder(LdapSchema.Standard, 100, 10_000).Decode(FilterText.Encode(text), out _)!;

    private static bool IsNormal(LdapFilter filter) => filter switch
    {
        LdapFilter.AllOf all => all.Parts.Length > 1 && all.Parts.All(part => part is not (LdapFilter.AllOf or LdapFilter.Always or LdapFilter.Never) && IsNormal(part)),
        LdapFilter.AnyOf any => any.Parts.Length > 1 && any.Parts.All(part => part is not (LdapFilter.AnyOf or LdapFilter.Always or LdapFilter.Never) && IsNormal(part)),
        _ => true,
    };

    private static bool? All(List<Node> parts) =>
        parts.Exists(part => part.Truth == false) ? false : parts.Exists(part => part.Truth is null) ? null : true;

    private static bool? Any(List<Node> parts) =>
        parts.Exists(part => part.Truth == true) ? true : parts.Exists(part => part.Truth is null) ? null : false;

    private sealed record Node(string Text, bool? Truth);
}
