using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.PhoneDirectory;
using Switchbook.Problems;

namespace Switchbook.Synchronization;

/// <summary>Reads a link and works out what a run would do; writes nothing.</summary>
internal sealed class RunPlanner(
    LinkReader reader,
    DirectoryStore store,
    DirectoryLoader loader,
    IOptions<DirectoryOptions> options,
    IOptions<GuardOptions> guards,
    TimeProvider time)
{
    public async Task<Preview> PreviewAsync(Link link, IProgress<ReadProgress>? progress, CancellationToken cancellationToken)
    {
        var clock = time.GetTimestamp();
        var planned = await PlanAsync(link, new(Full: true, Interactive: true), progress, cancellationToken);
        var report = planned.Report(time.GetElapsedTime(clock));
        return RunGuard.Check(guards.Value, planned.Guarded()) is { } held
            ? new(report with { Outcome = RunOutcome.Held, Error = held }, planned.Changes.Value)
            : new(report, planned.Changes.Value);
    }

    /// <exception cref="ProblemException">Not everything could be read, or it cannot be right.</exception>
    public async Task<PlannedRun> PlanAsync(
        Link link,
        RunRequest request,
        IProgress<ReadProgress>? progress,
        CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(link, request, progress, cancellationToken);
        var plan = await SyncPlan.CompareAsync(store.PeopleOfAsync(link.Id, cancellationToken), read.Entries, cancellationToken);
        var before = await store.EntriesOfAsync(link.Id, cancellationToken);
        var (changes, overLimit, wasOverLimit) = await SeenAsync(link, plan, before, read.Entries, cancellationToken);
        return new()
        {
            Link = link,
            Plan = plan,
            Changes = changes,
            People = read.People,
            Duplicates = read.Duplicates,
            OverLimit = overLimit,
            WasOverLimit = wasOverLimit,
            EntriesBefore = before,
            Skipped = read.Skipped,
            Progress = read.Progress,
        };
    }

    /// <summary>Takes the directory's limit into account, which needs a look at all links only when it is passed.</summary>
    private async Task<(Lazy<ImmutableArray<EntryChange>> Changes, int OverLimit, bool WasOverLimit)> SeenAsync(
        Link link,
        SyncPlan plan,
        int before,
        Dictionary<string, ReadPerson> read,
        CancellationToken cancellationToken)
    {
        var others = await store.EntriesBesideAsync(link.Id, cancellationToken);
        if (others + Math.Max(before, plan.Entries) <= options.Value.MaximumEntries)
        {
            return (new(() => [.. plan.EntryChanges]), 0, false);
        }

        var people = new LinkPeople(link.Id, read.Values.Select(person => PersonJson.Read(person.Data)));
        var outBefore = LeftOut(await loader.LoadLatestAsync(null, cancellationToken), link);
        var outAfter = LeftOut(await loader.LoadLatestAsync(people, cancellationToken), link);
        return (new(() => LimitedChanges.Seen(plan.EntryChanges, outBefore, outAfter)), outAfter.Length, outBefore.Length > 0);
    }

    private static ImmutableArray<EntryKey> LeftOut(DirectorySnapshot snapshot, Link link) =>
        [.. snapshot.OverLimit(link.Name).Select(entry => new EntryKey(entry.PersonId ?? entry.Id, entry.Name, entry.Number))];
}
