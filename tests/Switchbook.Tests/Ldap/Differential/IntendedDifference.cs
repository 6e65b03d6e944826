using System.DirectoryServices.Protocols;
using System.Text;
using System.Text.RegularExpressions;
using Switchbook.Ldap.Schema;

namespace Switchbook.Tests.Ldap.Differential;

/// <summary>Where Switchbook answers otherwise than OpenLDAP on purpose.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Applies">The searches that it touches, with what OpenLDAP says to them.</param>
/// <param name="Example">One that both answer differently; null where it depends on more than the question.</param>
internal sealed partial record IntendedDifference(string Reason, Func<Question, Reply, bool> Applies, Question? Example)
{
    private static readonly Question Everybody = new()
    {
        Base = "ou=people,dc=switchbook",
        Scope = SearchScope.Subtree,
        Filter = "(objectClass=person)",
        Attributes = ["1.1"],
    };

    public static IReadOnlyList<IntendedDifference> All { get; } =
    [
        new(
            "Names have no ordering rule in RFC 4519, yet phones page with >= and <= on them: here they have one.",
            (question, _) => Item.AllOf(question.Filter).Any(item => item.Operator is ">=" or "<=" && !item.Is("createTimestamp", "entryUUID")),
            Everybody with { Filter = "(&(givenName>=Ryan)(givenName<=zz))" }),
        new(
            "What ~= means is left to the server (RFC 4511, section 4.5.1.7.6): strict matching takes it for equality, OpenLDAP for what sounds alike.",
            (question, _) => Item.AllOf(question.Filter).Any(item => item.Operator == "~="),
            Everybody with { Filter = "(sn~=smyth)" }),
        new(
            "A search of the whole tree gives people only: each stands below ou=directory and ou=links once more, and a phone would show everybody three times.",
            (question, _) => question.Scope == SearchScope.Subtree && question.Base.Replace(" ", "", StringComparison.Ordinal).StartsWith("dc=", StringComparison.OrdinalIgnoreCase),
            Everybody with { Base = "dc=switchbook" }),
        new(
            "A window that begins beyond the end of its list shows the end, as a phone that scrolls on expects it; OpenLDAP refuses it.",
            (question, theirs) => question.Window is { Value: null } window && theirs.Window is { } place && window.Offset > place.Count,
            Everybody with { Sort = ["cn"], Window = (9_999, null, 0, 9) }),
        new(
            "Filters made for Active Directory leave classes out that nobody has here, such as (!(objectClass=computer)): such a class is none of the entry's, where OpenLDAP cannot say and finds nobody.",
            (question, _) => Item.AllOf(question.Filter).Any(item => item.Is("objectClass") && item.Operator is "=" or ":=" && !IsKnown(item.Value)),
            Everybody with { Filter = "(!(objectClass=computer))" }),
        new(
            "A telephone number may hold any character here, since feature codes begin with * and #; to OpenLDAP such a value is none.",
            (question, _) => Item.AllOf(question.Filter).Any(item => item.Is("telephoneNumber", "mobile", "mobileTelephoneNumber") && !Printable().IsMatch(item.Value)),
            Everybody with { Filter = "(!(telephoneNumber=#21))" }),
        new(
            "Every value begins and ends with a blank (RFC 4518, section 2.6.1), so one that is asked for is in each; OpenLDAP looks for it within.",
            (question, _) => Item.AllOf(question.Filter).Any(item => item.Parts.Any(part => part.Length > 0 && (string.IsNullOrWhiteSpace(part) || (item.Is("mail") && part != part.Trim())))),
            Everybody with { Filter = "(!(sn=*\\20*))" }),
        new(
            "Case does not count in telephone numbers either (RFC 4517, section 4.2.29), so an extension may be written x or X; to OpenLDAP it does.",
            (question, _) => Item.AllOf(question.Filter).Any(item => item.Is("telephoneNumber", "mobile", "mobileTelephoneNumber") && item.Value.Any(char.IsUpper)),
            Everybody with { Filter = "(telephoneNumber=*970002X2)" }),
        new(
            "Nothing is kept between two requests here; OpenLDAP keeps sorted results with the connection, and says at last that it is busy.",
            (_, theirs) => theirs.Code == ResultCode.Busy,
            null),
        new(
            "Addresses of mail may be beyond ASCII, as RFC 6531 has them; to OpenLDAP such a value is none.",
            (question, _) => Item.AllOf(question.Filter).Any(item => item.Is("mail") && !Ascii.IsValid(item.Value)),
            Everybody with { Filter = "(!(mail=jörg@contoso.example))" }),
        new(
            "A DN is a DN here whatever its parts hold; to OpenLDAP one whose domain component is beyond ASCII is none.",
            (question, _) => Item.AllOf(question.Filter).Any(item => item.Is("entryDN") && !Ascii.IsValid(item.Value)),
            Everybody with { Filter = "(!(entryDN=uid=nobody,dc=switchbookß))" }),
        new(
            "Extensible matches see all attributes here; OpenLDAP leaves out those that it works out while it answers, and UUIDs.",
            (question, _) => Item.AllOf(question.Filter).Any(item => item.Operator == ":=" && item.Is("hasSubordinates", "entryDN", "subschemaSubentry", "entryUUID")),
            Everybody with { Filter = "(hasSubordinates:=FALSE)" }),
    ];

    private static bool IsKnown(string name) => LdapSchema.Standard.TryGetObjectClass(name, out _) || LdapSchema.Standard.TryGetAttributeType(name, out _);

    [GeneratedRegex("^[A-Za-z0-9'()+,./:?= -]*$", RegexOptions.None, 1_000)]
    private static partial Regex Printable();
}
