using System.Globalization;

namespace Switchbook.SimulatedTenant.People;

/// <summary>A person who is made up from the seed and a place, value by value, when asked.</summary>
/// <param name="seed">The seed of the tenant.</param>
/// <param name="index">The place in the tenant, from 0.</param>
/// <param name="ids">Makes the object ID, when asked for it.</param>
internal sealed class GeneratedPerson(int seed, int index, ObjectIds ids) : Person
{
    /// <summary>The domain of all addresses; <c>.example</c> is nobody's (RFC 2606, section 2).</summary>
    public const string Domain = "contoso.example";

    private static readonly string[] Departments =
    [
        "Sales", "Operations", "Engineering", "Support", "Finance", "Human Resources", "Legal", "Marketing", "Facilities",
        "Research", "IT", "Reception",
    ];

    private static readonly string[] Titles =
    [
        "Manager", "Engineer", "Analyst", "Director", "Assistant", "Consultant", "Technician", "Specialist", "Administrator",
        "Team Lead",
    ];

    private static readonly string[] Companies = ["Contoso", "Contoso", "Contoso", "Fabrikam", "Northwind Traders"];

    private static readonly DateTimeOffset Founded = new(2014, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly Culture _culture = Chance.Pick(NameStock.Cultures, Chance.Of(seed, index, 1));

    public override string Id => ids.Of(index).ToString();

    /// <summary>A meeting room: a user without a given name, a surname and, mostly, a number.</summary>
    private bool IsRoom => Chance.Happens(seed, index, 2, perThousand: 15);

    private bool IsGuest => Chance.Happens(seed, index, 3, perThousand: 40);

    private bool IsSynced => Chance.Happens(seed, index, 4, perThousand: 400);

    private PersonName Given => Chance.Pick(_culture.GivenNames, Chance.Of(seed, index, 5));

    private PersonName Family => Chance.Pick(_culture.Surnames, Chance.Of(seed, index, 6));

    private string Number => index.ToString(CultureInfo.InvariantCulture);

    private string Department => Chance.Pick(Departments, Chance.Of(seed, index, 8));

    public override object? this[UserProperty property] =>
        property == UserProperties.DisplayName ? DisplayName()
        : property == UserProperties.BusinessPhones ? BusinessPhones()
        : property == UserProperties.MobilePhone ? MobilePhone()
        : property == UserProperties.Id ? Id
        : property.IsDefault ? Described(property)
        : property.Type switch
        {
            PropertyType.Truth => Truth(property),
            PropertyType.Text => Described(property),
            _ => Structured(property),
        };

    private string? DisplayName()
    {
        if (IsRoom)
        {
            return "Conf Room " + Number;
        }

        var (given, family) = (Given.Text, Family.Text);
        return (Chance.Of(seed, index, 7) % 100) switch
        {
            0 => null,
            < 6 => $"{family}, {given}",
            < 9 => $"{given} {family} ({Department})",
            _ when _culture.SurnameFirst => family + _culture.Separator + given,
            _ => given + _culture.Separator + family,
        };
    }

    private string[] BusinessPhones()
    {
        var chance = Chance.Of(seed, index, 9);
        return (IsRoom ? 0 : chance % 100) switch
        {
            < 10 => [],
            < 13 => ["x" + NumberStock.Extension(index)],
            < 15 => [NumberStock.Extension(index)],
            < 19 => [NumberStock.Switchboard(chance / 100)],
            _ => [NumberStock.Business(_culture.Country, index, chance / 100)],
        };
    }

    private object MobilePhone()
    {
        var chance = Chance.Of(seed, index, 10);
        return IsRoom || chance % 100 < 45 ? Absent : NumberStock.Mobile(_culture.Country, index, chance / 100);
    }

    private object? Described(UserProperty property) => property.IsDefault ? Shown(property) : property.Name switch
    {
        "mailNickname" => Local(),
        "department" => IsRoom ? Absent : Department,
        "companyName" => IsGuest ? "Fabrikam" : Chance.Pick(Companies, Chance.Of(seed, index, 12)),
        "usageLocation" or "country" => _culture.Country,
        "userType" => IsGuest ? "Guest" : "Member",
        "employeeId" => IsGuest ? Absent : "E" + (100_000 + index).ToString(CultureInfo.InvariantCulture),
        "externalUserState" => !IsGuest ? Absent : index % 3 == 0 ? "PendingAcceptance" : "Accepted",
        "faxNumber" => Chance.Happens(seed, index, 14, 60) ? NumberStock.Switchboard(Chance.Of(seed, index, 14)) : Absent,
        "onPremisesSamAccountName" => IsSynced ? Local() : Absent,
        UserProperties.DirectoryExtension => Chance.Happens(seed, index, 15, 200) ? NumberStock.Extension(index) : Absent,
        _ => Absent,
    };

    private object? Shown(UserProperty property) => property.Name switch
    {
        "givenName" => IsRoom ? Absent : Given.Text,
        "surname" => IsRoom ? Absent : Family.Text,
        "mail" => Address(),
        "userPrincipalName" => IsGuest ? $"{Local()}_fabrikam.example#EXT#@{Domain}" : $"{Local()}@{Domain}",
        "jobTitle" => IsRoom ? Absent : Chance.Pick(Titles, Chance.Of(seed, index, 11)),
        "officeLocation" => (Chance.Of(seed, index, 13) % 40) is var room && room < 5 ? Absent : $"{room}/{1000 + (index % 900)}",
        "preferredLanguage" => _culture.Language,
        _ => Absent,
    };

    private object Truth(UserProperty property) => property.Name switch
    {
        "accountEnabled" => IsRoom || Chance.Happens(seed, index, 16, perThousand: 40) ? False : True,
        "isResourceAccount" => False,
        "onPremisesSyncEnabled" => IsSynced ? True : Absent,
        "showInAddressList" => (Chance.Of(seed, index, 17) % 20) switch { 0 => False, 1 or 2 => True, _ => Absent },
        _ => Absent,
    };

    private object? Structured(UserProperty property) => property.Name switch
    {
        "assignedPlans" => Plans(),
        "imAddresses" => (string[])(IsRoom ? [] : [$"{Local()}@{Domain}"]),
        "otherMails" => (string[])(IsGuest ? [$"{Local()}@fabrikam.example"] : []),
        "onPremisesExtensionAttributes" => ExtensionAttributes(),
        "createdDateTime" => Founded.AddMinutes(Chance.Of(seed, index, 18) % 5_000_000),
        _ => Absent,
    };

    private AssignedPlan[] Plans() => (IsRoom || IsGuest ? 0 : Chance.Of(seed, index, 19) % 100) switch
    {
        < 8 => [],
        < 12 => [AssignedPlan.Exchange, AssignedPlan.TeamsDeleted],
        < 45 => [AssignedPlan.Exchange, AssignedPlan.Teams, AssignedPlan.PhoneSystem],
        _ => [AssignedPlan.Exchange, AssignedPlan.Teams],
    };

    private string?[] ExtensionAttributes()
    {
        var values = new string?[15];
        if (IsSynced)
        {
            values[0] = NumberStock.Extension(index);
            values[4] = "Cost centre " + (Chance.Of(seed, index, 20) % 90).ToString(CultureInfo.InvariantCulture);
        }

        return values;
    }

    private object Address() =>
        IsGuest ? $"{Local()}@fabrikam.example"
        : Chance.Happens(seed, index, 21, perThousand: 20) ? Absent
        : $"{Local()}@{Domain}";

    private string Local() => IsRoom ? "room." + Number : $"{Given.Ascii}.{Family.Ascii}.{Number}";
}
