using Switchbook.PhoneDirectory;

namespace Switchbook.Benchmarks;

/// <summary>People for benchmarks, the same every time.</summary>
internal static class SamplePeople
{
    private static readonly string[] GivenNames = ["Adele", "Jörg", "Łukasz", "Søren", "John", "Mary", "Zoë", "Ryan", "Irvin", "Megan"];
    private static readonly string[] Syllables = ["van", "mül", "ler", "kow", "al", "ski", "ber", "son", "rod", "wil", "mac", "tor"];

    public static DirectoryPerson[] Make(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(index => Person(index, random))];
    }

    public static DirectorySnapshot Snapshot(DirectoryPerson[] people) => DirectorySnapshot.Build(
        1,
        DateTimeOffset.UnixEpoch,
        [new DirectorySource(DirectorySource.Manual, null, []), new DirectorySource("Link", null, people)],
        new DirectoryOptions { MaximumEntries = 1_000_000 });

    private static DirectoryPerson Person(int index, Random random)
    {
        var given = random.GetItems(GivenNames, 1)[0];
        var surname = string.Concat(random.GetItems(Syllables, 3));
        var name = $"{given} {char.ToUpperInvariant(surname[0])}{surname[1..]}";
        return new DirectoryPerson
        {
            Id = new Guid(index, 0, 0, new byte[8]).ToString(),
            Name = name,
            GivenName = given,
            Surname = surname,
            Mail = $"user{index}@example.com",
            Numbers = [new DirectoryNumber("businessPhones", name, $"+44163{2_000_000 + index}")],
        };
    }
}
