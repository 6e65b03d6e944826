using CsCheck;
using Switchbook.PhoneDirectory;
using static Switchbook.Tests.PhoneDirectory.People;

namespace Switchbook.Tests.Ldap;

public class LdapMatchingTests
{
    private static readonly string[] Attributes = ["cn", "sn", "givenName", "displayName", "telephoneNumber", "mobile", "mail", "uid"];
    private static readonly string[] Values = ["jo", "Jö", "an", "Müller", "mueller", "O'B", "o", " ", "-", "ß", "Ж", "+44", "0163", "1632", "768", "402", "x", "9"];
    private static readonly string[] Shapes = ["({0}={1})", "({0}={1}*)", "({0}=*{1})", "({0}=*{1}*)", "({0}={1}*{2})", "({0}=*{1}*{2}*)", "({0}~={1})"];

    private static readonly DirectorySnapshot Everyone = Directory(Link(
        "Link",
        Person("jo1", "Jo Anders-Müller", "+441632768402 x402").WithMobile("+447700900402"),
        Person("jo2", "Jörg O'Brien", "+44 1632 768 403"),
        Person("an3", "Anna Mueller", "01632 768404", "402"),
        Person("x4", "Жанна Weiß", "tel:+441632768405"),
        Person("x5", "Jo", "9") with { Mail = "jo@contoso.example" }));

    [Fact]
    public async Task Whatever_the_standard_finds_people_find_too()
    {
        await using var extended = await LdapHost.StartAsync(Everyone);
        await using var strict = await LdapHost.StartAsync(Everyone, ("Ldap:Matching", "strict"));
        var found = 0;
        Gen.Select(Gen.Int[0, Attributes.Length - 1], Gen.Int[0, Shapes.Length - 1], Gen.Int[0, Values.Length - 1], Gen.Int[0, Values.Length - 1])
            .Sample(
                (attribute, shape, one, other) =>
                {
                    // Letters on a number, or no digit, match nothing, on purpose: phones send what is typed to every attribute.
                    if (Attributes[attribute] is "telephoneNumber" or "mobile" && !(IsNumber(Values[one]) && IsNumber(Values[other])))
                    {
                        return;
                    }

                    var filter = string.Format(
                        System.Globalization.CultureInfo.InvariantCulture, Shapes[shape], Attributes[attribute], Values[one], Values[other]);
                    var expected = strict.Find(filter, "uid");
                    Interlocked.Add(ref found, expected.Length);
                    Assert.Subset(extended.Find(filter, "uid").ToHashSet(StringComparer.Ordinal), expected.ToHashSet(StringComparer.Ordinal));
                },
                iter: 1_500);
        Assert.NotEqual(0, found);
    }

    private static bool IsNumber(string value) => value.Any(char.IsDigit) && !value.Any(char.IsLetter);
}
