using static Switchbook.SimulatedTenant.People.PropertyType;
using static Switchbook.SimulatedTenant.People.QuerySupport;

namespace Switchbook.SimulatedTenant.People;

/// <summary>
/// The user properties that the simulated tenant holds, with the filters that Graph documents for them
/// (https://learn.microsoft.com/graph/aad-advanced-queries, "User properties").
/// </summary>
internal static class UserProperties
{
    /// <summary>The tenant's one directory extension; the GUID is that of an application that "owns" it.</summary>
    public const string DirectoryExtension = "extension_5e1f0cc0a1b24d6f9c3b7d2e8f4a6b10_deskNumber";

    private static readonly List<UserProperty> Properties = [];

    public static readonly UserProperty BusinessPhones = Add("businessPhones", Texts, Advanced, Advanced, isDefault: true);
    public static readonly UserProperty DisplayName = Add("displayName", Text, Default, Default, Advanced, isDefault: true);
    public static readonly UserProperty GivenName = Add("givenName", Text, Default, Default, Advanced, isDefault: true);
    public static readonly UserProperty JobTitle = Add("jobTitle", Text, Default, Default, Advanced, isDefault: true);
    public static readonly UserProperty Mail = Add("mail", Text, Default, Default, Advanced, isDefault: true, canEndWith: true);
    public static readonly UserProperty MobilePhone = Add("mobilePhone", Text, Advanced, Advanced, Advanced, isDefault: true);
    public static readonly UserProperty OfficeLocation = Add("officeLocation", Text, Advanced, Advanced, Advanced, isDefault: true);
    public static readonly UserProperty PreferredLanguage = Add("preferredLanguage", Text, Advanced, Advanced, Advanced, isDefault: true);
    public static readonly UserProperty Surname = Add("surname", Text, Default, Default, Advanced, isDefault: true);
    public static readonly UserProperty UserPrincipalName = Add("userPrincipalName", Text, Default, Default, isDefault: true, canEndWith: true);
    public static readonly UserProperty Id = Add("id", Text, Default, isDefault: true);
    public static readonly UserProperty AccountEnabled = Add("accountEnabled", Truth, Default);
    public static readonly UserProperty AssignedPlans = Add("assignedPlans", Plans, Advanced);
    public static readonly UserProperty City = Add("city", Text, Default, Default, Advanced);
    public static readonly UserProperty CompanyName = Add("companyName", Text, Advanced, Advanced, Advanced);
    public static readonly UserProperty Country = Add("country", Text, Default, Default, Advanced);
    public static readonly UserProperty CreatedDateTime = Add("createdDateTime", Moment, Default, None, Advanced);
    public static readonly UserProperty Department = Add("department", Text, Default, Default, Advanced);
    public static readonly UserProperty EmployeeId = Add("employeeId", Text, Default, Default, Advanced);
    public static readonly UserProperty ExternalUserState = Add("externalUserState", Text, Default);
    public static readonly UserProperty FaxNumber = Add("faxNumber", Text, Advanced, Advanced, Advanced);
    public static readonly UserProperty ImAddresses = Add("imAddresses", Texts, Default, Default);
    public static readonly UserProperty IsResourceAccount = Add("isResourceAccount", Truth, Default);
    public static readonly UserProperty MailNickname = Add("mailNickname", Text, Default, Default, Advanced);
    public static readonly UserProperty OnPremisesExtensionAttributes = Add("onPremisesExtensionAttributes", PropertyType.ExtensionAttributes, Advanced, None, Advanced);
    public static readonly UserProperty OnPremisesSamAccountName = Add("onPremisesSamAccountName", Text, Advanced, Advanced);
    public static readonly UserProperty OnPremisesSyncEnabled = Add("onPremisesSyncEnabled", Truth, Default, None, Advanced);
    public static readonly UserProperty OtherMails = Add("otherMails", Texts, Default, Default, canEndWith: true);
    public static readonly UserProperty PostalCode = Add("postalCode", Text, Advanced, Advanced, Advanced);
    public static readonly UserProperty ShowInAddressList = Add("showInAddressList", Truth, Advanced);
    public static readonly UserProperty State = Add("state", Text, Default, Default, Advanced);
    public static readonly UserProperty StreetAddress = Add("streetAddress", Text, Advanced, Advanced, Advanced);
    public static readonly UserProperty UsageLocation = Add("usageLocation", Text, Default, Default, Advanced);
    public static readonly UserProperty UserType = Add("userType", Text, Default, None, Advanced);
    public static readonly UserProperty DeskNumber = Add(DirectoryExtension, Text, Default, Default, Advanced);

    private static readonly Dictionary<string, UserProperty> ByName =
        Properties.ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Declared by Graph, kept outside the directory store: only for one user at a time (user-list, "501 Not Implemented").</summary>
    private static readonly HashSet<string> OfOneUserOnly = new(StringComparer.OrdinalIgnoreCase)
    {
        "aboutMe", "birthday", "hireDate", "interests", "mailboxSettings", "mySite", "pastProjects", "preferredName",
        "responsibilities", "schools", "skills",
    };

    public static IReadOnlyList<UserProperty> All => Properties;

    /// <summary>What comes without <c>$select</c>.</summary>
    public static UserProperty[] Defaults { get; } = [.. Properties.Where(property => property.IsDefault)];

    public static UserProperty? Find(string name) => ByName.GetValueOrDefault(name);

    public static bool IsOfOneUserOnly(string name) => OfOneUserOnly.Contains(name);

    private static UserProperty Add(
        string name,
        PropertyType type,
        QuerySupport equal = None,
        QuerySupport startsWith = None,
        QuerySupport equalNull = None,
        bool isDefault = false,
        bool canEndWith = false)
    {
        var property = new UserProperty(name, Properties.Count)
        {
            Type = type,
            Equal = equal,
            StartsWith = startsWith,
            EqualNull = equalNull,
            IsDefault = isDefault,
            CanEndWith = canEndWith,
        };
        Properties.Add(property);
        return property;
    }
}
