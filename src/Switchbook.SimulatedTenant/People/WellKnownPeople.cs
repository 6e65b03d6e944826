using System.Collections.Immutable;
using static Switchbook.SimulatedTenant.People.UserProperties;

namespace Switchbook.SimulatedTenant.People;

/// <summary>The first people of every generated tenant, for examples and checks: one of each kind that a directory meets.</summary>
internal static class WellKnownPeople
{
    public static readonly ImmutableArray<ImmutableDictionary<UserProperty, object?>> All =
    [
        Employee("Adele", "Vance", "adelev", ["+44 1632 768402"], "+44 7700 900402")
            .SetItem(JobTitle, "Product Marketing Manager").SetItem(Department, "Sales")
            .SetItem(DeskNumber, "402").SetItem(OnPremisesExtensionAttributes, Extension("402")),
        Employee("Alex", "Wilber", "alexw", ["+1 425 555 0110"], Person.Absent),
        Employee("Jürgen", "Größmann", "juergeng", ["+49 (30) 23125-123"], "+49 171 3920012"),
        Employee("Zoë", "O'Connor", "zoeo", ["+441632768403 x403"], Person.Absent),
        Employee("Megan", "Bowen", "meganb", ["x404"], "(425) 555-0144"),
        Employee("Иван", "Петров", "ivanp", ["tel:+441632768405"], "+44 7700 900405"),
        Employee("Ελένη", "Παπαδοπούλου", "elenip", ["01632 768406"], Person.Absent),
        Employee("太郎", "山田", "taroy", ["+44 (0)1632 768407"], Person.Absent).SetItem(DisplayName, "山田 太郎"),
        Employee("محمد", "الخطيب", "mohameda", ["00441632768408"], "07700 900408"),
        Employee("Nestor", "Wilke", "nestorw", [], Person.Absent),
        Employee("Adele", "Vance", "adelev2", ["+44 1632 768410"], Person.Absent),
        Employee("Lee", "Gu", "leeg", ["+44 1632 768411"], Person.Absent).SetItem(DisplayName, null),
        Employee("Grady", "Archie", "gradya", ["+44 1632 768412"], Person.Absent).SetItem(AccountEnabled, false),
        Employee("Guest", "Visitor", "guestv", ["+44 1632 768413"], Person.Absent)
            .SetItem(UserType, "Guest").SetItem(ExternalUserState, "PendingAcceptance")
            .SetItem(UserPrincipalName, "guestv_fabrikam.example#EXT#@" + GeneratedPerson.Domain)
            .SetItem(Mail, "guestv@fabrikam.example"),
        Employee("Isaiah", "Langer", "isaiahl", ["+44 1632 768414"], Person.Absent)
            .SetItem(UserProperties.AssignedPlans, Array.Empty<AssignedPlan>()),
        Employee("Conf Room", "Adams", "adams", ["+44 1632 768415"], Person.Absent)
            .SetItem(GivenName, Person.Absent).SetItem(Surname, Person.Absent).SetItem(JobTitle, Person.Absent)
            .SetItem(AccountEnabled, false),
    ];

    private static ImmutableDictionary<UserProperty, object?> Employee(
        string given, string family, string alias, string[] phones, object mobile)
    {
        var address = $"{alias}@{GeneratedPerson.Domain}";
        return ImmutableDictionary<UserProperty, object?>.Empty
            .SetItem(DisplayName, $"{given} {family}")
            .SetItem(GivenName, given)
            .SetItem(Surname, family)
            .SetItem(BusinessPhones, phones)
            .SetItem(MobilePhone, mobile)
            .SetItem(Mail, address)
            .SetItem(UserPrincipalName, address)
            .SetItem(MailNickname, alias)
            .SetItem(AccountEnabled, true)
            .SetItem(UserType, "Member")
            .SetItem(ExternalUserState, Person.Absent)
            .SetItem(UserProperties.AssignedPlans, new[] { AssignedPlan.Exchange, AssignedPlan.Teams });
    }

    private static string?[] Extension(string number)
    {
        var values = new string?[15];
        values[0] = number;
        return values;
    }
}
