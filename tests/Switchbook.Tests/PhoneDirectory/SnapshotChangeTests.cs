using CsCheck;
using Switchbook.PhoneDirectory;
using Switchbook.PhoneDirectory.Columns;
using static Switchbook.Tests.PhoneDirectory.People;

namespace Switchbook.Tests.PhoneDirectory;

/// <summary>A directory made out of an earlier one is the one that is built from everyone.</summary>
public sealed class SnapshotChangeTests
{
    private static readonly DirectoryOptions British = new() { DefaultRegion = "GB", MaximumEntries = 1000 };
    private static readonly string[] Sources = [DirectorySource.Manual, "First", "Second"];
    private static readonly string[] Names = ["Ada Abel", "ada abel", "Jürgen Groß", "Juergen Gross", "Zoë Bo", "Bo", "Maria Anna von Bo", "Joe Noel"];
    private static readonly string[] Numbers = ["+441632960001", "01632 960001", "+441632960002 ext 17", "17", "+14255550100", "960003", "+4930123456"];
    private static readonly string?[] Departments = [null, "Sales", "Ops"];
    private static readonly string[] Questions = ["ada", "gross", "grosz", "jurgen", "bo ma", "noel", "one", "m", "1632", "17", "55", "960001"];

    [Fact]
    public void Whatever_changes_it_is_found_as_if_everyone_had_been_read() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var random = new Random(seed);
            var people = Sources.ToDictionary(source => source, _ => new Dictionary<string, DirectoryPerson>(StringComparer.Ordinal), StringComparer.Ordinal);
            Change(people, random, random.Next(30));
            var standing = Build(1, people);
            for (var version = 2; version < 6; version++)
            {
                var ids = Change(people, random, random.Next(8));
                var built = Build(version, people);
                var followed = standing.With(version, DateTimeOffset.UnixEpoch, Changes(people, ids), British);
                if (followed is not null)
                {
                    AssertSame(built, followed);
                }

                standing = followed ?? built;
            }
        },
        iter: 60);

    [Fact]
    public void Nobody_is_read_but_those_who_changed_and_texts_are_shared()
    {
        var everyone = Enumerable.Range(0, 100).Select(number => Person($"id{number}", $"Person {number}", $"+4416329600{number:00}")).ToArray();
        var earlier = Directory(British, Link("First", everyone));
        var later = Person("id7", "Somebody Else", "+441632961000");

        var followed = earlier.With(2, DateTimeOffset.UnixEpoch, new(["id7"], [Manual(), Link("First", later)], [0, 100]), British);

        Assert.NotNull(followed);
        Assert.Equal(earlier.Texts.Size, followed.Texts.Size - followed.Texts.LaterSize);
        Assert.Equal("Somebody Else", Assert.Single(followed.Lookup("01632 961000")).Name);
        Assert.Empty(followed.Lookup("+441632960007"));
        Assert.Equal("Person 7", Assert.Single(earlier.Lookup("+441632960007")).Name);
    }

    [Fact]
    public void Everyone_is_read_when_the_limit_cuts_another_region_counts_or_links_are_others()
    {
        var (british, german) = (Person("a", "Ada", "+441632960001"), Person("b", "Bo", "+4930123456"));
        var limited = new DirectoryOptions { MaximumEntries = 1 };

        Assert.Null(Directory(limited, Link("L", british)).With(2, default, new(["b"], [Manual(), Link("L", german)], [0, 2]), limited));
        Assert.Null(Directory(limited, Link("L", british, german)).With(2, default, new(["b"], [Manual(), Link("L")], [0, 1]), limited));
        Assert.Null(Directory(Link("L", british)).With(2, default, new(["a", "b"], [Manual(), Link("L", german)], [0, 1]), new()));
        Assert.Null(Directory(Link("L", british)).With(2, default, new(["b"], [Manual(), Link("Other", german)], [0, 1]), new()));
    }

    [Fact]
    public void Everyone_is_read_once_many_texts_are_of_nobody_any_more()
    {
        var standing = Directory(British, Link("L", [.. Enumerable.Range(0, 20).Select(number => Person($"id{number}", $"Person {number}", "401"))]));
        var followed = 0;
        while (standing.With(followed + 2, default, new(["id7"], [Manual(), Link("L", Person("id7", $"Person {followed}", "401"))], [0, 20]), British) is { } next)
        {
            (standing, followed) = (next, followed + 1);
        }

        Assert.InRange(followed, 3, 20);
    }

    private static HashSet<string> Change(Dictionary<string, Dictionary<string, DirectoryPerson>> people, Random random, int changes)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (; changes > 0; changes--)
        {
            var source = Pick(Sources);
            var id = source == DirectorySource.Manual ? $"m{random.Next(4)}" : $"id{random.Next(25)}";
            ids.Add(id);
            if (random.Next(3) == 0)
            {
                people[source].Remove(id);
                continue;
            }

            var person = source == DirectorySource.Manual
                ? Manual((id, Pick(Names), Pick(Numbers))).People.Single()
                : Person(id, Pick(Names), Pick(Numbers), Pick(Numbers)) with { Department = Pick(Departments), Mail = $"{random.Next(50)}@contoso.example" };
            people[source][id] = random.Next(2) == 0 || source == DirectorySource.Manual ? person : person.WithMobile(Pick(Numbers));
        }

        return ids;

        T Pick<T>(T[] values) => values[random.Next(values.Length)];
    }

    private static DirectorySnapshot Build(long version, Dictionary<string, Dictionary<string, DirectoryPerson>> people) =>
        DirectorySnapshot.Build(version, DateTimeOffset.UnixEpoch, [.. Sources.Select(source => new DirectorySource(source, null, people[source].Values))], British);

    private static SnapshotChange Changes(Dictionary<string, Dictionary<string, DirectoryPerson>> people, HashSet<string> ids) => new(
        ids,
        [.. Sources.Select(source => new DirectorySource(source, null, people[source].Values.Where(person => ids.Contains(person.Id))))],
        [.. Sources.Select(source => people[source].Count)]);

    private static void AssertSame(DirectorySnapshot built, DirectorySnapshot followed)
    {
        Assert.Equal(built.Version, followed.Version);
        Assert.Equal(built.Sources, followed.Sources);
        Assert.Equal(Entries(built), Entries(followed));
        Assert.Equal(PeopleOf(built), PeopleOf(followed));
        AssertSame(built.Entries.Names, followed.Entries.Names);
        AssertSame(built.People.Names, followed.People.Names);
        AssertSame(built.People.GivenNames, followed.People.GivenNames);
        AssertSame(built.People.Surnames, followed.People.Surnames);
        Assert.All(Numbers, number => Assert.Equal(built.Lookup(number, limit: 100), followed.Lookup(number, limit: 100)));
        Assert.All(Questions, question => Assert.Equal(built.Search(question, 100), followed.Search(question, 100)));
        for (var row = 0; row < built.EntryCount; row++)
        {
            Assert.True(followed.TryFind(built.IdOf(row), out var found));
            Assert.Equal(row, found);
        }
    }

    private static IEnumerable<(DirectoryEntry, bool)> Entries(DirectorySnapshot directory) =>
        Enumerable.Range(0, directory.EntryCount).Select(row => (directory[row], directory.Entries.IsMobile(row)));

    private static IEnumerable<string> PeopleOf(DirectorySnapshot directory) => Enumerable.Range(0, directory.PersonCount).Select(row =>
    {
        var person = directory.People[row];
        int[] texts = [person.Id, person.Name, person.GivenName, person.Surname, person.Mail, person.Title, person.Department, person.Company];
        return $"{person.Source}: {string.Join('|', texts.Select(directory.Texts.Text))}: {string.Join(' ', directory.People.EntriesOf(row).ToArray())}";
    });

    /// <summary>The same lines, and of the words the same rows for each beginning that somebody may type.</summary>
    private static void AssertSame(NameColumn built, NameColumn followed)
    {
        Assert.Equal(built.Rows, followed.Rows);
        for (var row = 0; row < built.Rows; row++)
        {
            var lines = built.Lines(row);
            Assert.True(lines.SequenceEqual(followed.Lines(row)));
            var plain = built.Plain(row);
            for (var length = 1; length <= plain.Length; length++)
            {
                Assert.Equal(RowsWith(built, plain[..length]), RowsWith(followed, plain[..length]));
            }
        }
    }

    private static IEnumerable<int> RowsWith(NameColumn column, ReadOnlySpan<byte> beginning)
    {
        var (first, count) = column.WordsWith(beginning).GetOffsetAndLength(int.MaxValue);
        return [.. Enumerable.Range(first, count).Select(column.RowOfWord).Order()];
    }
}
