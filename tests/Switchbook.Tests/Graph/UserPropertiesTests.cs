using System.Xml.Linq;
using Switchbook.Graph;

namespace Switchbook.Tests.Graph;

public sealed class UserPropertiesTests
{
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    /// <summary>Answered with 501 in a list, secret, or given with a licence only.</summary>
    private static readonly string[] NotForLists =
    [
        "aboutMe", "interests", "mailboxSettings", "mySite", "passwordProfile", "pastProjects", "preferredName",
        "responsibilities", "schools", "signInActivity", "skills",
    ];

    private static readonly string[] UserAndBases = ["entity", "directoryObject", "user"];

    [Theory]
    [InlineData("businessPhones", true)]
    [InlineData("mobilePhone", false)]
    [InlineData("onPremisesExtensionAttributes/extensionAttribute15", false)]
    [InlineData("extension_0f1e2d3c4b5a69788796a5b4c3d2e1f0_extensionNumber", false)]
    [InlineData("extkvbmkofy_phones/desk", false)]
    public void A_property_that_Graph_declares_or_an_extension_is_found(string path, bool isList)
    {
        Assert.True(UserProperties.TryFind(path, out var property));
        Assert.Equal(new UserProperty(path, isList), property);
    }

    [Theory]
    [InlineData("bussinessPhones", "businessPhones")]
    [InlineData("mobilephone", "mobilePhone")]
    [InlineData("homePhones", "mobilePhone")]
    [InlineData("display_name", "displayName")]
    [InlineData("onPremisesExtensionAttributes/extensionAttribute16", "onPremisesExtensionAttributes/extensionAttribute1")]
    public void A_misspelt_property_is_not_found_and_the_nearest_one_is_named(string path, string nearest)
    {
        Assert.False(UserProperties.TryFind(path, out _));
        Assert.Equal(nearest, UserProperties.Nearest(path));
    }

    [Theory]
    [InlineData("skills")]
    [InlineData("accountEnabled")]
    [InlineData("passwordProfile/password")]
    [InlineData("onPremisesExtensionAttributes")]
    [InlineData("extension_a b")]
    [InlineData("businessPhones/0")]
    [InlineData("")]
    public void What_a_list_cannot_give_as_strings_is_not_found(string path) => Assert.False(UserProperties.TryFind(path, out _));

    [Fact]
    public void The_table_is_what_the_published_metadata_declares()
    {
        var path = PublishedData.Find("v1.0-Prod.csdl");
        var schema = XDocument.Load(path).Descendants(Edm + "Schema").Single(one => (string?)one.Attribute("Namespace") == "microsoft.graph");

        var declared = UserAndBases
            .SelectMany(type => Properties(schema, "EntityType", type))
            .Where(property => !NotForLists.Contains(property.Name, StringComparer.Ordinal))
            .SelectMany(property => Strings(schema, property.Name, property.Type))
            .OrderBy(property => property.Path, StringComparer.OrdinalIgnoreCase);

        Assert.Equal(string.Join('\n', declared), string.Join('\n', UserProperties.All));
    }

    private static IEnumerable<(string Name, string Type)> Properties(XElement schema, string kind, string type) =>
        schema.Elements(Edm + kind)
            .Where(element => (string?)element.Attribute("Name") == type)
            .Elements(Edm + "Property")
            .Select(property => (property.Attribute("Name")!.Value, property.Attribute("Type")!.Value));

    private static IEnumerable<UserProperty> Strings(XElement schema, string path, string type) => type switch
    {
        "Edm.String" => [new(path, IsList: false)],
        "Collection(Edm.String)" => [new(path, IsList: true)],
        _ when type.StartsWith("graph.", StringComparison.Ordinal) =>
            Properties(schema, "ComplexType", type["graph.".Length..])
                .SelectMany(member => Strings(schema, $"{path}/{member.Name}", member.Type)),
        _ => [],
    };
}
