using Switchbook.PhoneDirectory;

namespace Switchbook.Tests.PhoneDirectory;

public sealed class DirectoryConflictsTests
{
    [Fact]
    public void Different_people_with_one_number_are_listed_however_it_is_written()
    {
        var conflict = Assert.Single(Find(
            People.Person("a", "Adele Vance", "+44 1632 768402"),
            People.Person("b", "Bo Braun", "00441632768402"),
            People.Person("c", "Chloë Clark", "+441632768403")));

        Assert.Equal(ConflictKind.SameNumber, conflict.Kind);
        Assert.Equal(["Adele Vance", "Bo Braun"], conflict.Entries.Select(entry => entry.Name));
    }

    [Fact]
    public void A_number_with_another_extension_is_another_number() =>
        Assert.Empty(Find(
            People.Person("a", "Adele Vance", "+441632768402 x401"),
            People.Person("b", "Bo Braun", "+441632768402 x402")));

    [Fact]
    public void Names_that_differ_in_accents_and_capitals_only_are_listed()
    {
        var conflict = Assert.Single(Find(
            People.Person("a", "Jose Peña", "+441632960001"),
            People.Person("b", "José PENA", "+441632960002"),
            People.Person("c", "Josef Pena", "+441632960003")));

        Assert.Equal(ConflictKind.SameName, conflict.Kind);
        Assert.Equal(2, conflict.Entries.Count);
    }

    [Fact]
    public void One_persons_own_numbers_and_names_are_no_conflict() =>
        Assert.Empty(Find(People.Person("a", "Adele Vance", "+441632960001", "+441632960002").WithMobile("+441632960001")));

    [Fact]
    public void One_person_through_two_links_is_no_conflict()
    {
        var adele = People.Person("a", "Adele Vance", "+441632960001");

        Assert.Empty(DirectoryConflicts.Find(People.Directory(People.Link("One", adele), People.Link("Two", adele))));
    }

    [Fact]
    public void A_manual_entry_conflicts_with_a_linked_one() =>
        Assert.Equal(
            [ConflictKind.SameNumber],
            DirectoryConflicts.Find(People.Directory(
                People.Manual(("m1", "Reception", "+441632960001")),
                People.Link("One", People.Person("a", "Adele Vance", "+441632960001")))).Select(conflict => conflict.Kind));

    [Fact]
    public void Everything_that_is_shared_still_stands() =>
        Assert.Equal(
            2,
            People.Directory(People.Link("One", People.Person("a", "Adele", "402"), People.Person("b", "Adele", "402"))).EntryCount);

    private static IEnumerable<DirectoryConflict> Find(params DirectoryPerson[] people) =>
        DirectoryConflicts.Find(People.Directory(People.Link("TeamsDirectory", people)));
}
