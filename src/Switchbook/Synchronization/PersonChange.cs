using Switchbook.PhoneDirectory;

namespace Switchbook.Synchronization;

/// <summary>One stored person that a run adds, replaces or removes.</summary>
/// <param name="PersonId">The object ID.</param>
/// <param name="Before">What stands; null when the person is new.</param>
/// <param name="After">What to store; null when the person goes.</param>
internal sealed record PersonChange(string PersonId, ReadPerson? Before, ReadPerson? After)
{
    public IEnumerable<EntryChange> Entries() =>
        EntryComparison.Compare(PersonId, Person(Before), Person(After));

    /// <summary>The counts of <see cref="Entries"/>; who comes or goes whole need not be looked at.</summary>
    public EntryCounts Count() => (Before, After) switch
    {
        (null, { } come) => new(come.Entries, 0, 0),
        ({ } gone, null) => new(0, 0, gone.Entries),
        _ => EntryCounts.Of(Entries()),
    };

    private static DirectoryPerson? Person(ReadPerson? person) => person is { } known ? PersonJson.Read(known.Data) : null;
}
