using CsCheck;
using Switchbook.PhoneDirectory;
using static Switchbook.Tests.PhoneDirectory.People;

namespace Switchbook.Tests.PhoneDirectory;

public sealed class SeveralLinksTests
{
    [Fact]
    public void One_person_through_two_links_stands_once_as_the_first_link_gives()
    {
        var directory = Directory(
            Link("First", Person("a", "Adele Vance", "+441632960001")),
            Link("Second", Person("a", "Vance, Adele", "+441632960001", "+441632960002"), Person("b", "Bo Braun", "+441632960003")));

        Assert.Equal(
            [("Adele Vance", "+441632960001", "First"), ("Bo Braun", "+441632960003", "Second")],
            All(directory));
        Assert.Equal(2, directory.PersonCount);
        Assert.Equal([0, 0, 1], directory.Sources.Select(source => source.Hidden));
    }

    [Fact]
    public void Whoever_leaves_the_first_link_stands_as_the_next_gives() =>
        Assert.Equal(
            [("Vance, Adele", "+441632960001", "Second")],
            All(Directory(Link("First"), Link("Second", Person("a", "Vance, Adele", "+441632960001")))));

    [Fact]
    public void An_entry_made_by_hand_hides_nobody() =>
        Assert.Equal(2, Directory(Manual(("m1", "Adele", "401")), Link("First", Person("m1", "Adele", "401"))).EntryCount);

    [Fact]
    public void A_person_who_is_hidden_takes_no_place_under_the_limit()
    {
        var directory = Directory(
            new DirectoryOptions { MaximumEntries = 2 },
            Link("First", Person("a", "Adele", "401")),
            Link("Second", Person("a", "Adele", "401", "402"), Person("b", "Bo", "403")));

        Assert.Equal([("Adele", "401", "First"), ("Bo", "403", "Second")], All(directory));
        Assert.Empty(directory.OverLimit("Second"));
    }

    [Fact]
    public void Whatever_links_give_each_person_stands_as_the_first_of_them_gives() =>
        Gen.Int[0, 5].HashSet[0, 6].Array[1, 4].Sample(links =>
        {
            var sources = links.Select((ids, link) => Link($"L{link}", [.. ids.Select(id => Person($"p{id}", $"Person {id} of {link}", "401"))])).ToArray();

            var expected =
                from id in links.SelectMany(ids => ids).Distinct()
                let link = Array.FindIndex(links, ids => ids.Contains(id))
                select ($"Person {id} of {link}", "401", $"L{link}");
            Assert.Equal(expected.Order(), All(Directory(sources)).Order());
        });

    private static IEnumerable<(string Name, string Number, string Source)> All(DirectorySnapshot directory) =>
        Enumerable.Range(0, directory.EntryCount).Select(row => (directory[row].Name, directory[row].Number, directory[row].Source));
}
