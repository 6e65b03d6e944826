namespace Switchbook.Mapping;

/// <summary>The user properties that LDAP shows of a person beside the mapped name and numbers.</summary>
internal static class PersonProperties
{
    public const string GivenName = "givenName";
    public const string Surname = "surname";
    public const string Mail = "mail";
    public const string Title = "jobTitle";
    public const string Department = "department";
    public const string Company = "companyName";

    /// <summary>People can be chosen by it; LDAP does not show it.</summary>
    public const string Office = "officeLocation";

    public static IReadOnlyList<string> All { get; } = [GivenName, Surname, Mail, Title, Department, Company];
}
