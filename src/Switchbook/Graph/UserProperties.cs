using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Switchbook.Graph;

/// <summary>
/// The properties of a user that a list can give and that hold strings, as Graph v1.0's metadata declares them
/// (<c>microsoft.graph.user</c> and its bases, August 2026). Graph itself accepts any name, since the type is open.
/// </summary>
/// <remarks>
/// Left out: what Graph gives of a single user only and answers with 501 in a list (<c>aboutMe</c>, <c>interests</c>,
/// <c>mailboxSettings</c>, <c>mySite</c>, <c>pastProjects</c>, <c>preferredName</c>, <c>responsibilities</c>,
/// <c>schools</c>, <c>skills</c>), and what is a secret or needs a licence (<c>passwordProfile</c>, <c>signInActivity</c>).
/// </remarks>
internal static partial class UserProperties
{
    private static readonly string[] Texts =
    [
        "ageGroup", "city", "companyName", "consentProvidedForMinor", "country", "creationType", "department",
        "displayName", "employeeId", "employeeOrgData/costCenter", "employeeOrgData/division", "employeeType",
        "externalUserState", "faxNumber", "givenName", "id", "identityParentId", "jobTitle", "legalAgeGroupClassification",
        "mail", "mailNickname", "mobilePhone", "officeLocation", "onPremisesDistinguishedName", "onPremisesDomainName",
        "onPremisesImmutableId", "onPremisesSamAccountName", "onPremisesSecurityIdentifier",
        "onPremisesUserPrincipalName", "passwordPolicies", "postalCode", "preferredDataLocation", "preferredLanguage",
        "securityIdentifier", "state", "streetAddress", "surname", "usageLocation", "userPrincipalName", "userType",
        .. Enumerable.Range(1, 15).Select(number => $"onPremisesExtensionAttributes/extensionAttribute{number}"),
    ];

    private static readonly string[] Lists =
        ["authorizationInfo/certificateUserIds", "businessPhones", "imAddresses", "otherMails", "proxyAddresses"];

    private static readonly FrozenDictionary<string, UserProperty> Declared = Texts
        .Select(path => new UserProperty(path, IsList: false))
        .Concat(Lists.Select(path => new UserProperty(path, IsList: true)))
        .ToFrozenDictionary(property => property.Path, StringComparer.Ordinal);

    /// <summary>All declared ones, by name.</summary>
    public static IEnumerable<UserProperty> All =>
        Declared.Values.OrderBy(property => property.Path, StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds a declared property or a number of Teams, or takes the name of an extension as one that holds a string.</summary>
    public static bool TryFind(string path, out UserProperty property)
    {
        if (Declared.TryGetValue(path, out property))
        {
            return true;
        }

        property = new(path, IsList: TeamsNumbers.Tokens.Contains(path, StringComparer.Ordinal));
        return property.IsList || Extension().IsMatch(path);
    }

    /// <summary>The declared property that is spelt most like <paramref name="name"/>; capitals do not count.</summary>
    public static string Nearest(string name) => Declared.Keys.Concat(TeamsNumbers.Tokens)
        .OrderBy(path => EditDistance.Between(name.ToUpperInvariant(), path.ToUpperInvariant()))
        .ThenBy(path => path, StringComparer.Ordinal)
        .First();

    /// <summary>
    /// Directory extensions (<c>extension_{application ID}_{name}</c>) and schema extensions (<c>ext…_{name}/{member}</c>).
    /// </summary>
    [GeneratedRegex(@"^(extension_\w+|ext[a-z0-9]*_\w+(/\w+)?)\z", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Extension();
}
