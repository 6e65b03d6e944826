using Switchbook.PhoneDirectory;
using static Switchbook.Tests.PhoneDirectory.People;

namespace Switchbook.Tests.Ldap;

public class LdapFilterTests
{
    private static readonly DirectorySnapshot Everyone = Directory(
        Manual(("m1", "Front Desk", "100")),
        Link(
            "Link",
            Detailed(Person("1", "Adele Vance", "+441632768402 x402").WithMobile("+447700900402"), "adele@contoso.example", "Sales"),
            Detailed(Person("2", "Jörg Müller", "+441632768403"), "joerg@contoso.example", "Research"),
            Detailed(Person("3", "Joan O'Brien-Smith", "+441632768404"), "joan@contoso.example", "Research"),
            Person("4", "Ryan Kowalski", "+441632768405", "+441632768505"),
            new DirectoryPerson { Id = "5", Name = "Łukasz", Numbers = [new("businessPhones", "Łukasz", "+441632768406")] }));

    [Theory]
    [InlineData("(cn=adele vance)", "Adele Vance")]
    [InlineData("(cn=Vance Adele)", "Adele Vance")]
    [InlineData("(cn=adele)", "")]
    [InlineData("(cn=jo*)", "Joan O'Brien-Smith|Jörg Müller")]
    [InlineData("(cn=mul*)", "Jörg Müller")]
    [InlineData("(cn=muel*)", "Jörg Müller")]
    [InlineData("(cn=smith jo*)", "Joan O'Brien-Smith")]
    [InlineData("(cn=*ric*)", "")]
    [InlineData("(cn=*rie*)", "Joan O'Brien-Smith")]
    [InlineData("(cn=*jo*sm*)", "Joan O'Brien-Smith")]
    [InlineData("(cn=jo*ith)", "Joan O'Brien-Smith")]
    [InlineData("(cn=*ller)", "Jörg Müller")]
    [InlineData("(cn=*-*)", "Joan O'Brien-Smith")]
    [InlineData("(displayName=lukasz)", "Łukasz")]
    [InlineData("(sn=ko*)", "Ryan Kowalski")]
    [InlineData("(sn=lukasz)", "Łukasz")]
    [InlineData("(gn=jo*)", "Joan O'Brien-Smith|Jörg Müller")]
    [InlineData("(commonName=adele*)", "Adele Vance")]
    [InlineData("(!(givenName=*))", "Front Desk|Łukasz")]
    [InlineData("(&(objectClass=*)(givenName>=Ryan)(givenName<=zz)(givenName=Ryan*))", "Ryan Kowalski")]
    [InlineData("(&(objectclass=person)(cn<=b))", "Adele Vance")]
    [InlineData("(objectClass=inetOrgPerson)", "Adele Vance|Front Desk|Joan O'Brien-Smith|Jörg Müller|Łukasz|Ryan Kowalski")]
    [InlineData("(objectClass=group)", "")]
    [InlineData("(uid=M1)", "Front Desk")]
    [InlineData("(mail=JOERG@*)", "Jörg Müller")]
    [InlineData("(department=research)", "Joan O'Brien-Smith|Jörg Müller")]
    [InlineData("(!(ou=research))", "Adele Vance|Front Desk|Łukasz|Ryan Kowalski")]
    [InlineData("(nosuch=a)", "")]
    [InlineData("(!(nosuch=a))", "")]
    [InlineData("(|(nosuch=a)(cn=adele*))", "Adele Vance")]
    public async Task Names_and_the_rest_are_found_as_people_mean_them(string filter, string names)
    {
        await using var host = await LdapHost.StartAsync(Everyone);
        Assert.Equal(names, string.Join('|', host.Find(filter)));
    }

    [Theory]
    [InlineData("(telephoneNumber=+44 1632 768402)", "Adele Vance")]
    [InlineData("(telephoneNumber=01632768402)", "Adele Vance")]
    [InlineData("(telephoneNumber=768402)", "Adele Vance")]
    [InlineData("(telephoneNumber=402)", "Adele Vance")]
    [InlineData("(telephoneNumber=tel:\\2B441632768402;ext=402)", "Adele Vance")]
    [InlineData("(|(telephoneNumber=00447700900402)(mobile=00447700900402)(ipPhone=00447700900402))", "Adele Vance")]
    [InlineData("(mobile=+447700900402)", "Adele Vance")]
    [InlineData("(mobileTelephoneNumber=*)", "Adele Vance")]
    [InlineData("(mobile=+441632768402)", "")]
    [InlineData("(|(telephoneNumber=*8403)(mobile=*8403)(homeTelephoneNumber=*8403))", "Jörg Müller")]
    [InlineData("(telephoneNumber=0163276840*)", "Adele Vance|Joan O'Brien-Smith|Jörg Müller|Łukasz|Ryan Kowalski")]
    [InlineData("(telephoneNumber=*6850*)", "Ryan Kowalski")]
    [InlineData("(telephoneNumber=foo*)", "")]
    [InlineData("(!(telephoneNumber=foo*))", "")]
    [InlineData("(|(o=foo*)(cn=foo*)(ou=foo*)(sn=foo*)(mail=foo*)(IMHandle=foo*)(givenname=foo*)(postalAddress=foo*)(telephoneNumber=foo*))", "")]
    [InlineData("(telephoneNumber=+*)", "Adele Vance|Joan O'Brien-Smith|Jörg Müller|Łukasz|Ryan Kowalski")]
    [InlineData("(!(telephoneNumber=100))", "Adele Vance|Joan O'Brien-Smith|Jörg Müller|Łukasz|Ryan Kowalski")]
    [InlineData("(&(telephoneNumber=*)(sn=v*))", "Adele Vance")]
    public async Task Numbers_are_found_however_they_are_written_and_letters_find_nobody(string filter, string names)
    {
        await using var host = await LdapHost.StartAsync(Everyone);
        Assert.Equal(names, string.Join('|', host.Find(filter)));
    }

    [Theory]
    [InlineData("(cn=jo*)", "Joan O'Brien-Smith")]
    [InlineData("(cn=jorg*)", "")]
    [InlineData("(cn=smith*)", "")]
    [InlineData("(telephoneNumber=01632768403)", "")]
    [InlineData("(telephoneNumber=+44-1632 768403)", "Jörg Müller")]
    [InlineData("(telephoneNumber=*768403)", "Jörg Müller")]
    public async Task Strict_matching_is_that_of_the_standard(string filter, string names)
    {
        await using var host = await LdapHost.StartAsync(Everyone, ("Ldap:Matching", "strict"));
        Assert.Equal(names, string.Join('|', host.Find(filter)));
    }

    [Fact]
    public async Task Digits_are_keys_of_a_telephone_when_the_setting_says_so()
    {
        await using var off = await LdapHost.StartAsync(Everyone);
        await using var on = await LdapHost.StartAsync(Everyone, ("Ldap:KeypadNames", "true"));
        Assert.Empty(off.Find("(cn=5674*)"));
        Assert.Equal(["Jörg Müller"], on.Find("(cn=5674*)"));
        Assert.Equal(["Jörg Müller"], on.Find("(cn=56740685*)"));
        Assert.Equal(["Adele Vance"], on.Find("(sn=826*)"));
    }

    [Theory]
    [InlineData("FoldNames", "(cn=jorg*)", "(cn=j\\c3\\b6rg*)", "Jörg Müller")]
    [InlineData("FoldNames", "(cn=mueller jörg)", "(cn=müller jörg)", "Jörg Müller")]
    [InlineData("FoldNames", "(cn=*lukas*)", "(cn=*łukas*)", "Łukasz")]
    [InlineData("AnyWord", "(cn=mul*)", "(cn=jorg*)", "Jörg Müller")]
    [InlineData("AnyWord", "(cn=smith*)", "(cn=joan o*)", "Joan O'Brien-Smith")]
    [InlineData("AnyWordOrder", "(cn=vance adele)", "(cn=adele vance)", "Adele Vance")]
    [InlineData("AnyWordOrder", "(cn=vance ad*)", "(cn=van*)", "Adele Vance")]
    [InlineData("AnyWordOrder", "(cn=*sm*jo*)", "(cn=*jo*sm*)", "Joan O'Brien-Smith")]
    [InlineData("AnyNumberFormat", "(telephoneNumber=01632768403)", "(telephoneNumber=+44-1632 768403)", "Jörg Müller")]
    public async Task Each_way_of_matching_can_be_switched_off_alone(string setting, string without, string still, string name)
    {
        await using var on = await LdapHost.StartAsync(Everyone);
        await using var off = await LdapHost.StartAsync(Everyone, ($"Ldap:{setting}", "false"));
        Assert.Equal([name], on.Find(without));
        Assert.Equal([name], on.Find(still));
        Assert.Empty(off.Find(without));
        Assert.Equal([name], off.Find(still));
    }

    private static DirectoryPerson Detailed(DirectoryPerson person, string mail, string department) =>
        person with { Mail = mail, Department = department, Company = "Contoso", Title = "Engineer" };
}
