using CsCheck;
using Switchbook.PhoneDirectory;
using Switchbook.Synchronization;
using static Switchbook.Tests.Choice;

namespace Switchbook.Tests.Synchronization;

public sealed class SyncPlanTests
{
    private static readonly Gen<DirectoryNumber> Number = Gen.Select(
        OneOf("businessPhones", "mobilePhone"),
        OneOf("Adele", "Bo", "Chloë"),
        OneOf("401", "402", "403"),
        (kind, name, number) => new DirectoryNumber(kind, name, number));

    private static readonly Gen<DirectoryPerson> SomePerson = Gen.Select(
        Gen.Int[0, 9],
        OneOf("Adele", "Bo", "Chloë"),
        Number.Array[1, 3],
        (id, name, numbers) => new DirectoryPerson { Id = $"p{id}", Name = name, Numbers = [.. numbers.Distinct()] });

    private static readonly Gen<Dictionary<string, DirectoryPerson>> People =
        SomePerson.Array[0, 10].Select(people => people.DistinctBy(person => person.Id).ToDictionary(person => person.Id));

    [Fact]
    public async Task Applied_to_what_stood_the_difference_gives_what_was_read() =>
        await Gen.Select(People, People).SampleAsync(async (before, after) =>
        {
            var plan = await PlanAsync(before, after);
            var applied = new Dictionary<string, byte[]>(before.ToDictionary(pair => pair.Key, pair => PersonJson.Write(pair.Value)));
            foreach (var change in plan.Changes)
            {
                if (change.After is { } person)
                {
                    applied[change.PersonId] = person.Data;
                }
                else
                {
                    Assert.True(applied.Remove(change.PersonId));
                }
            }

            Assert.Equal(
                after.OrderBy(pair => pair.Key).Select(pair => (pair.Key, Convert.ToHexString(PersonJson.Write(pair.Value)))),
                applied.OrderBy(pair => pair.Key).Select(pair => (pair.Key, Convert.ToHexString(pair.Value))));
        });

    [Fact]
    public async Task Entry_by_entry_too() =>
        await Gen.Select(People, People).SampleAsync(async (before, after) =>
        {
            var plan = await PlanAsync(before, after);
            var entries = Entries(before);
            foreach (var change in plan.EntryChanges)
            {
                var old = change.Before ?? new EntryText(change.Name, change.Number);
                if (change.Kind != ChangeKind.Added)
                {
                    Assert.True(entries.Remove((change.Person, old.Name, old.Number)));
                }

                if (change.Kind != ChangeKind.Removed)
                {
                    entries.Add((change.Person, change.Name, change.Number));
                }
            }

            Assert.Equal(Entries(after).Order(), entries.Order());
        });

    [Fact]
    public async Task The_counts_are_those_of_the_changes() =>
        await Gen.Select(People, People).SampleAsync(async (before, after) =>
        {
            var plan = await PlanAsync(before, after);
            Assert.Equal(EntryCounts.Of(plan.EntryChanges), plan.Counts);
        });

    [Fact]
    public async Task What_is_the_same_is_not_written() =>
        await People.SampleAsync(async people => Assert.Empty((await PlanAsync(people, people)).Changes));

    [Fact]
    public void A_new_number_of_the_same_kind_is_a_change_with_the_old_one()
    {
        var change = Assert.Single(EntryComparison.Compare("p", Person(("businessPhones", "402")), Person(("businessPhones", "403"))));

        Assert.Equal(new EntryChange(ChangeKind.Changed, "p", "Adele", "403", new EntryText("Adele", "402")), change);
    }

    [Fact]
    public void A_number_of_another_kind_is_another_entry() =>
        Assert.Equal(
            [ChangeKind.Added, ChangeKind.Removed],
            EntryComparison.Compare("p", Person(("businessPhones", "402")), Person(("mobilePhone", "403"))).Select(change => change.Kind));

    [Fact]
    public void Another_order_of_the_same_numbers_changes_no_entry() =>
        Assert.Empty(EntryComparison.Compare(
            "p",
            Person(("businessPhones", "402"), ("businessPhones", "403")),
            Person(("businessPhones", "403"), ("businessPhones", "402"))));

    private static DirectoryPerson Person(params (string Kind, string Number)[] numbers) => new()
    {
        Id = "p",
        Name = "Adele",
        Numbers = [.. numbers.Select(number => new DirectoryNumber(number.Kind, "Adele", number.Number))],
    };

    private static List<(string, string, string)> Entries(Dictionary<string, DirectoryPerson> people) =>
        [.. people.Values.SelectMany(person => person.Numbers.Select(number => (person.Id, number.Name, number.Number)))];

    private static Task<SyncPlan> PlanAsync(Dictionary<string, DirectoryPerson> before, Dictionary<string, DirectoryPerson> after) =>
        SyncPlan.CompareAsync(
            LinkTally.Of(before.Values.Select(Read)),
            before.Values.Select(person => new StoredPerson(person.Id, Read(person))).ToAsyncEnumerable(),
            after.ToDictionary(pair => pair.Key, pair => Read(pair.Value)),
            CancellationToken.None);

    private static ReadPerson Read(DirectoryPerson person) => new(PersonJson.Write(person), person.Numbers.Length);
}
