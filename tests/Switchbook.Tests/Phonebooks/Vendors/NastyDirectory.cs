using Switchbook.PhoneDirectory;

namespace Switchbook.Tests.Phonebooks.Vendors;

/// <summary>A small directory of everything that breaks phonebooks: markup, controls, long names, scripts, odd numbers.</summary>
internal static class NastyDirectory
{
    public static readonly DateTimeOffset DataFrom = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private static readonly (string Name, string Kind, string Number)[] Entries =
    [
        ("O'Brien & Søn <Ltd>", "businessPhones", "+44 1632 768402"),
        ("Adele \"Ada\" Vance", "businessPhones", "+44 (0)1632 768403"),
        ("Adele \"Ada\" Vance M", "mobilePhone", "tel:+447700900123"),
        ("Zoë 🎉 Ünal", "businessPhones", "+441632768404 x404"),
        ("שרה לוי", "businessPhones", "01632 768405"),
        ("山田 太郎", "homePhone", "x406"),
        ("Bell\u0007 and \uD800 lone\tTab\u0085", "businessPhones", "*99#, 768407"),
        ($"Long {new string('n', 200)}", "businessPhones", "+441632768408"),
        ($"{new string('e', 63)}🎉 at the border", "businessPhones", "+441632768409"),
        ("]]> &amp; <!--", "businessPhones", "+441632768410"),
    ];

    public static DirectorySnapshot Build() => Of(Entries);

    /// <summary>People with one business number each, in the order of their names.</summary>
    public static DirectorySnapshot BuildMany(int count) =>
        Of([.. Enumerable.Range(0, count).Select(i => ($"Person {i:D6}", "businessPhones", $"+441632{i:D6}"))]);

    public static DirectorySnapshot Of(IEnumerable<(string Name, string Kind, string Number)> entries) =>
        DirectorySnapshot.Build(
            7,
            DataFrom,
            [
                new DirectorySource(DirectorySource.Manual, null, []),
                new DirectorySource("TeamsDirectory", "GB", entries.Select((entry, i) => new DirectoryPerson
                {
                    Id = $"00000000-0000-4000-8000-{i:D12}",
                    Name = entry.Name,
                    Numbers = [new(entry.Kind, entry.Name, entry.Number)],
                })),
            ],
            new DirectoryOptions { MaximumEntries = 1_000_000 });
}
