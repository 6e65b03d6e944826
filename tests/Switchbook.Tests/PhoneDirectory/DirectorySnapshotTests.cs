using CsCheck;
using Switchbook.PhoneDirectory;
using static Switchbook.Tests.PhoneDirectory.People;

namespace Switchbook.Tests.PhoneDirectory;

public class DirectorySnapshotTests
{
    [Fact]
    public void Each_number_of_a_person_is_an_entry_sorted_by_name_then_number()
    {
        var directory = Directory(
            Manual(("m1", "Reception", "100")),
            Link("TeamsDirectory", Person("b", "Zoë Bo", "+14255550102"), Person("a", "Adele Vance", "+14255550101", "+14255550100").WithMobile("+14255550109")));

        Assert.Equal(
            [
                ("Adele Vance", "+14255550100", "TeamsDirectory", "a", "businessPhones"),
                ("Adele Vance", "+14255550101", "TeamsDirectory", "a", "businessPhones"),
                ("Adele Vance M", "+14255550109", "TeamsDirectory", "a", "mobilePhone"),
                ("Reception", "100", "manual", null, "manual"),
                ("Zoë Bo", "+14255550102", "TeamsDirectory", "b", "businessPhones"),
            ],
            All(directory).Select(entry => (entry.Name, entry.Number, entry.Source, entry.PersonId, entry.Kind)));
        Assert.Equal((5, 3), (directory.EntryCount, directory.PersonCount));
        Assert.Equal(
            [new SourceCount("manual", 1, 1, 0), new SourceCount("TeamsDirectory", 2, 4, 0)],
            directory.Sources);
    }

    [Fact]
    public void An_ID_finds_its_entry_and_no_other()
    {
        var directory = Directory(
            Manual(("m1", "Reception", "100")),
            Link("A", Person("p", "Same Person", "+14255550101", "+14255550102")),
            Link("B", Person("p", "Same Person", "+14255550101")));

        var ids = All(directory).Select(entry => entry.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("m1", ids, StringComparer.Ordinal);
        for (var ordinal = 0; ordinal < ids.Count; ordinal++)
        {
            Assert.True(directory.TryFind(ids[ordinal], out var found));
            Assert.Equal(ordinal, found);
        }

        Assert.False(directory.TryFind("nobody", out _));
        Assert.False(directory.TryFind("0000000000000", out _));
    }

    [Fact]
    public void What_stands_does_not_depend_on_the_order_in_which_people_come() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 1_000_000]).Sample((limit, seed) =>
        {
            var people = Enumerable.Range(0, 15)
                .Select(i => Person($"id{i}", $"Person {i % 7}", $"+1425555{i:D4}", $"+1425556{i:D4}"))
                .ToArray();
            var shuffled = people.ToArray();
            new Random(seed).Shuffle(shuffled);
            var options = new DirectoryOptions { MaximumEntries = Math.Max(1, limit) };

            var one = Directory(options, Manual(("m", "Person 0", "1")), Link("A", people[..8]), Link("B", people[8..]));
            var other = Directory(
                options,
                Manual(("m", "Person 0", "1")),
                Link("A", [.. shuffled.Intersect(people[..8])]),
                Link("B", [.. shuffled.Intersect(people[8..])]));

            Assert.Equal(All(one), All(other));
            Assert.Equal(one.OverLimit("A"), other.OverLimit("A"));
            Assert.Equal(one.OverLimit("B"), other.OverLimit("B"));
            Assert.Equal(Math.Min(31, Math.Max(1, limit) + 1), one.EntryCount);
            Assert.Equal(30 + 1 - one.EntryCount, one.OverLimit("A").Count + one.OverLimit("B").Count);
        });

    [Fact]
    public void The_limit_keeps_the_first_link_and_all_manual_entries()
    {
        var directory = Directory(
            new DirectoryOptions { MaximumEntries = 2 },
            Manual(("m1", "One", "1"), ("m2", "Two", "2"), ("m3", "Three", "3")),
            Link("First", Person("z", "Zoe", "+14255550101")),
            Link("Second", Person("a", "Adam", "+14255550102", "+14255550103")));

        Assert.Equal(5, directory.EntryCount);
        Assert.Equal(new SourceCount("Second", 1, 1, 1), directory.Sources[2]);
        Assert.Equal("+14255550103", Assert.Single(directory.OverLimit("second")).Number);
        Assert.Empty(directory.Lookup("+14255550103"));
    }

    [Fact]
    public void An_empty_directory_finds_nothing()
    {
        Assert.Equal(0, DirectorySnapshot.Empty.EntryCount);
        Assert.Empty(DirectorySnapshot.Empty.Search("a", 10));
        Assert.Empty(DirectorySnapshot.Empty.Lookup("1"));
    }

    private static IEnumerable<DirectoryEntry> All(DirectorySnapshot directory) =>
        Enumerable.Range(0, directory.EntryCount).Select(ordinal => directory[ordinal]);
}
