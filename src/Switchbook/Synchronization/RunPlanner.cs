using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.PhoneDirectory;
using Switchbook.Problems;

namespace Switchbook.Synchronization;

/// <summary>Reads a link and works out what a run would do; writes nothing.</summary>
internal sealed class RunPlanner(
    GraphReader graph,
    LinkReader links,
    LinkCredentials credentials,
    DirectoryStore store,
    DirectoryLoader loader,
    CurrentDirectory current,
    IOptions<DirectoryOptions> options,
    IOptions<GuardOptions> guards,
    TimeProvider time)
{
    public async Task<Preview> PreviewAsync(Link link, IProgress<ReadProgress>? progress, CancellationToken cancellationToken)
    {
        var clock = time.GetTimestamp();
        var planned = await PlanAsync(link, new(Full: true, Interactive: true, Keep: false), progress, cancellationToken);
        var report = planned.Report(time.GetElapsedTime(clock));
        return RunGuard.Check(guards.Value.For(link.Guards), planned.Guarded()) is { } held
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
        var reading = graph.Open(credentials.Open(link), link.Request(request.Interactive), progress);
        var read = await links.ReadAsync(link, reading, request, cancellationToken);
        var (changes, overLimit, wasOverLimit) = await SeenAsync(link, read.Plan, cancellationToken);
        return new()
        {
            Link = link,
            Read = read,
            Changes = changes,
            OverLimit = overLimit,
            WasOverLimit = wasOverLimit,
            Progress = reading.Progress,
        };
    }

    /// <summary>Takes the directory's limit into account, which needs a look at all links only when it is passed.</summary>
    private async Task<(Lazy<ImmutableArray<EntryChange>> Changes, int OverLimit, bool WasOverLimit)> SeenAsync(
        Link link, SyncPlan plan, CancellationToken cancellationToken)
    {
        var others = await store.EntriesBesideAsync(link.Id, cancellationToken);
        if (others + Math.Max(plan.Before.Entries, plan.After.Entries) <= options.Value.MaximumEntries)
        {
            return (new(() => [.. plan.EntryChanges]), 0, false);
        }

        var outBefore = LeftOut(await StandingAsync(cancellationToken), link);
        var outAfter = plan.Changes.IsEmpty ? outBefore : LeftOut(await loader.LoadLatestAsync(link, plan.Changes, cancellationToken), link);
        return (new(() => LimitedChanges.Seen(plan.EntryChanges, outBefore, outAfter)), outAfter.Length, outBefore.Length > 0);
    }

    /// <summary>What stands; it is built anew only where it is not what this process serves.</summary>
    private async Task<DirectorySnapshot> StandingAsync(CancellationToken cancellationToken) =>
        await loader.VersionAsync(cancellationToken) is { IsPinned: false, Version: var version } && version == current.Snapshot.Version
            ? current.Snapshot
            : await loader.LoadLatestAsync(cancellationToken);

    private static ImmutableArray<EntryKey> LeftOut(DirectorySnapshot snapshot, Link link) =>
        [.. snapshot.OverLimit(link.Name).Select(entry => new EntryKey(entry.PersonId ?? entry.Id, entry.Name, entry.Number))];
}
