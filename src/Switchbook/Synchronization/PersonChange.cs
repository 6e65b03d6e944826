using Switchbook.PhoneDirectory;

namespace Switchbook.Synchronization;

/// <summary>One stored person that a run adds, replaces or removes.</summary>
/// <param name="PersonId">The object ID.</param>
/// <param name="Before">What stands; null when the person is new.</param>
/// <param name="After">What to store; null when the person goes.</param>
internal sealed record PersonChange(string PersonId, ReadPerson? Before, ReadPerson? After)
{
    /// <summary>Whether it says what stands already.</summary>
    public bool IsEmpty => (Before, After) switch
    {
        ({ } before, { } after) => before.IsSame(after),
        _ => Before is null && After is null,
    };

    /// <summary>Whether phones may see the change; else only the count of people without entries is another.</summary>
    public bool IsVisible => !Data(Before).AsSpan().SequenceEqual(Data(After));

    public IEnumerable<EntryChange> Entries() =>
        EntryComparison.Compare(PersonId, Person(Before), Person(After));

    /// <summary>The counts of <see cref="Entries"/>; who comes or goes whole need not be looked at.</summary>
    public EntryCounts Count() => (Data(Before), Data(After)) switch
    {
        ([], _) => new(After?.Entries ?? 0, 0, 0),
        (_, []) => new(0, 0, Before?.Entries ?? 0),
        _ => EntryCounts.Of(Entries()),
    };

    private static DirectoryPerson? Person(ReadPerson? person) => Data(person) is { Length: > 0 } data ? PersonJson.Read(data) : null;

    private static byte[] Data(ReadPerson? person) => person?.Listed ?? [];
}
