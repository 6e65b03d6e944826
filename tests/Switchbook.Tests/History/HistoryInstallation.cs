using Microsoft.Extensions.Time.Testing;
using Switchbook.History;
using Switchbook.Links;
using Switchbook.PhoneDirectory;
using Switchbook.SimulatedTenant;
using Switchbook.Synchronization;
using Switchbook.Tests.Synchronization;

namespace Switchbook.Tests.History;

/// <summary>An installation whose past is made by committing what runs would have read, with a clock of its own.</summary>
internal sealed class HistoryInstallation : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private HistoryInstallation(TestInstallation installation, FakeTimeProvider time) => (Installation, Time) = (installation, time);

    public TestInstallation Installation { get; }

    public FakeTimeProvider Time { get; }

    public DirectoryHistory History => Installation.Get<DirectoryHistory>();

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<HistoryInstallation> CreateAsync(params (string Key, string Value)[] settings)
    {
        var time = new FakeTimeProvider(Start);
        return new(await TestInstallation.CreateAsync(new SimulationOptions { Users = 10 }, time, settings), time);
    }

    /// <summary>Commits a run that read these people, a minute later.</summary>
    public async Task RunAsync(Link link, params DirectoryPerson[] people)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var store = Installation.Get<DirectoryStore>();
        var read = people.ToDictionary(person => person.Id, person => new ReadPerson(PersonJson.Write(person), person.Numbers.Length));
        var before = await store.StateOfAsync(link.Id, Cancellation);
        var plan = await SyncPlan.CompareAsync(
            before?.Tally ?? LinkTally.Nobody, store.PeopleOfAsync(link.Id, Cancellation), read, Cancellation);
        var report = new RunReport
        {
            Link = link.Name,
            Outcome = RunOutcome.Succeeded,
            Mode = RunMode.Full,
            Added = plan.Counts.Added,
            Changed = plan.Counts.Changed,
            Removed = plan.Counts.Removed,
        };
        var after = new LinkState { Rules = link.Rules.Fingerprint, Subject = "", FullAt = Time.GetUtcNow(), Tally = plan.After };
        await store.CommitAsync(link, new(plan, after, FullReason.Asked, Missed: null), report, Time.GetUtcNow(), Cancellation);
    }

    /// <summary>The latest version.</summary>
    public async Task<long> VersionAsync() => (await History.ListAsync(1, null, Cancellation))[0].Version;

    public Task<DirectorySnapshot> ServedAsync() => Installation.Get<DirectoryLoader>().LoadAsync(Cancellation);

    /// <summary>Everything that phones see of a snapshot, an entry a line.</summary>
    public static IReadOnlyList<string> Lines(DirectorySnapshot snapshot) =>
        [.. Enumerable.Range(0, snapshot.EntryCount).Select(row => snapshot[row].ToString())];

    public ValueTask DisposeAsync() => Installation.DisposeAsync();
}
