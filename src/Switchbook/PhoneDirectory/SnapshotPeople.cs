using System.Collections.Immutable;
using Switchbook.Numbers;
using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.PhoneDirectory;

/// <summary>Makes people out of a snapshot's rows, for those who show a person with all numbers.</summary>
internal static class SnapshotPeople
{
    /// <summary>Somebody, with the numbers as a consumer wants them; a number of which nothing is left is left out.</summary>
    public static DirectoryPerson PersonAt(this DirectorySnapshot snapshot, int row, NumberPolicy policy)
    {
        ref readonly var person = ref snapshot.People[row];
        var numbers = ImmutableArray.CreateBuilder<DirectoryNumber>();
        foreach (var ordinal in snapshot.People.EntriesOf(row))
        {
            ref readonly var entry = ref snapshot.Entries[ordinal];
            var number = policy.Write(snapshot.Texts.Text(entry.Number), snapshot.RegionOf(ordinal));
            if (number.Length > 0)
            {
                numbers.Add(new(snapshot.Entries.Kinds[entry.Kind], snapshot.Texts.Text(entry.Name), number));
            }
        }

        return new()
        {
            Id = snapshot.Texts.Text(person.Id),
            Name = snapshot.Texts.Text(person.Name),
            GivenName = Text(snapshot, person.GivenName),
            Surname = Text(snapshot, person.Surname),
            Mail = Text(snapshot, person.Mail),
            Title = Text(snapshot, person.Title),
            Department = Text(snapshot, person.Department),
            Company = Text(snapshot, person.Company),
            Numbers = numbers.ToImmutable(),
        };
    }

    private static string? Text(DirectorySnapshot snapshot, int place) =>
        place == StringHeap.None ? null : snapshot.Texts.Text(place);
}
