using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Switchbook.Links;
using Switchbook.Synchronization;

namespace Switchbook.Tests.Synchronization.Histories;

/// <summary>
/// Lives one made-up history with the real parts, and compares after each run what stands with what a plain model says.
/// </summary>
internal sealed class LivedHistory(HistoryWorld world, int seed)
{
    private readonly HistoryAuthor _author = new(seed);
    private readonly Dictionary<long, ImmutableArray<(string Name, string Number)>> _versions = [];
    private readonly List<string> _told = [];
    private LinkGuards _guards = new();
    private long _first;
    private Standing _before = null!;
    private PlainDirectory _standing = PlainDirectory.Empty;
    private KnownLink? _known;

    /// <summary>How the runs went, for the count of what the histories reach.</summary>
    public List<string> Happened { get; } = [];

    public async Task LiveAsync()
    {
        await world.ForgetAsync();
        world.Limit = _author.Limit();
        _guards = _author.Guards();
        _before = await world.StandingAsync();
        _first = _before.Version + 1;
        Become(_author.FirstTenant());
        PlainLink? link = null;
        try
        {
            for (var number = 0; number < _author.Chapters; number++)
            {
                var chapter = _author.Next(world.Truth, link);
                link = chapter.Link;
                await LiveAsync(chapter);
            }

            await EndAsync(link!);
        }
        catch (Exception wrong)
        {
            throw new InvalidOperationException($"SYNC_SEED={seed}:\n{string.Join('\n', _told)}\n{wrong.Message}", wrong);
        }
        finally
        {
            world.Steps.Disarm();
            world.Faults.Clear();
        }
    }

    private async Task LiveAsync(Chapter chapter)
    {
        Become(chapter.Tenant);
        world.Time.Advance(chapter.Pause);
        if (chapter.Fault is { } fault)
        {
            world.Faults.Set(fault);
        }

        var before = _before;
        var reason = KnownLink.Expected(_known, chapter, world.Time.GetUtcNow());
        var frozen = Arm(chapter);
        var report = await world.RunAsync(chapter.Link, _guards, chapter.Request);
        world.Steps.Disarm();
        world.Faults.Clear();
        var killed = frozen();
        Tell(chapter, report, killed is not null);
        if (killed is not null)
        {
            await world.ReviveAsync(killed);
        }

        var after = await LookAsync();
        var disturbed = world.Steps.Struck && chapter.Disturbance != Disturbance.None;
        if (killed is not null)
        {
            Settle(after, [_standing, .. Targets(chapter, isDelta: true), .. Targets(chapter, isDelta: false)]);
            _known = _known is null && after.Seen.IsEmpty ? null : KnownLink.Uncertain;
            return;
        }

        if (report.Outcome == RunOutcome.Succeeded)
        {
            Succeed(chapter, report, reason, disturbed, after);
            return;
        }

        Assert.Equal(before.Version, after.Version);
        Assert.Equal(before.Slots, after.Slots);
        Assert.Equal(before.Seen, after.Seen);
        CheckRefusal(chapter, report, reason, disturbed);
        if (report.Outcome == RunOutcome.Held && chapter.Fault is null && !disturbed)
        {
            await DecideAsync(chapter);
        }
    }

    /// <summary>What stands now; every fourth history also that phones are served so, by a snapshot that follows from the one before.</summary>
    private async Task<Standing> LookAsync()
    {
        _before = await world.StandingAsync();
        if (seed % 4 == 0)
        {
            Assert.Equal(_before.Seen, await world.ServedAsync());
        }

        return _before;
    }

    private Func<string?> Arm(Chapter chapter)
    {
        string? frozen = null;
        switch (chapter.Disturbance)
        {
            case Disturbance.Kill:
                world.Steps.Arm(chapter.Step, () =>
                {
                    frozen = world.Freeze();
                    throw new IOException("The process is gone.");
                });
                break;
            case Disturbance.DatabaseFault:
                world.Steps.Arm(1 + (chapter.Step / 2), () => throw new SqliteException("disk I/O error", 10), onlyDatabase: true);
                break;
            case Disturbance.Cancel:
                world.Steps.Arm(chapter.Step, world.Cancel);
                break;
            case Disturbance.Change:
                world.Steps.Arm(chapter.Step, () => world.Become(chapter.Meanwhile!));
                break;
            default:
                break;
        }

        return () => frozen;
    }

    private void Succeed(
        Chapter chapter, RunReport report, FullReason? reason, bool disturbed, Standing after)
    {
        var (was, limit) = (_standing, world.Limit);
        var targets = Targets(chapter, isDelta: report.Reason is null);
        Settle(after, targets);
        Assert.True(report.Missed is null or 0 || chapter.Link.Scope == PlainScope.DirectMembers, $"The changes missed {report.Missed}.");
        var isClean = chapter.Fault is null && !disturbed;
        if (isClean && _known is not { IsCertain: false })
        {
            Assert.True(reason == report.Reason || IsComeback(chapter, reason, report), $"Expected {reason}.");
            Assert.True(chapter.Request.Apply || !IsGuarded(was, targets[0], reason), "A guard should have held the run.");
        }

        if (targets[0].People.Count == targets[1].People.Count && targets[0].Entries == targets[1].Entries)
        {
            Assert.Equal((_standing.People.Count, Math.Min(limit, _standing.Entries)), (report.People, report.Entries));
            Assert.Equal(Math.Max(0, _standing.Entries - limit), report.OverLimit);
        }

        if (!disturbed && Math.Max(was.Entries, _standing.Entries) <= limit)
        {
            Assert.Equal(was.To(_standing), (report.Added, report.Changed, report.Removed));
        }

        _known = KnownLink.After(_known, chapter.Link, report, world.Time.GetUtcNow(), isClean);
    }

    /// <summary>Why a run may not have been applied.</summary>
    private void CheckRefusal(Chapter chapter, RunReport report, FullReason? reason, bool disturbed)
    {
        if (chapter.Fault is not null && !chapter.Passes)
        {
            return;
        }

        if (report.Outcome == RunOutcome.Failed)
        {
            Assert.True(disturbed && chapter.Disturbance is Disturbance.DatabaseFault or Disturbance.Cancel, $"The run failed: {report.Error}");
            return;
        }

        if (!disturbed && _known is not { IsCertain: false })
        {
            Assert.True(IsGuarded(_standing, Targets(chapter, isDelta: reason is null)[0], reason) && !chapter.Request.Apply, $"The run was held: {report.Error}");
        }
    }

    /// <summary>Whether somebody was told of who had gone from the group.</summary>
    private static bool IsComeback(Chapter chapter, FullReason? expected, RunReport report) =>
        expected is null && chapter.Link.Scope == PlainScope.DirectMembers && report.Reason == FullReason.MembersChanged;

    /// <summary>What may stand after a good run: as the tenant was when it began, or as it is now.</summary>
    /// <remarks>
    /// Changes bring nobody into a group: whoever joins is told and leads to a full read, and so does whoever went and is back.
    /// But an account that is deleted keeps its memberships (Graph documentation, "Get incremental changes to groups"): who was
    /// deleted before any run saw them in the group is missing, once restored, until everyone is read.
    /// </remarks>
    private PlainDirectory[] Targets(Chapter chapter, bool isDelta)
    {
        var targets = new[] { chapter.Tenant, world.Truth }.Select(tenant => PlainDirectory.Of(tenant, chapter.Link));
        if (chapter.Request.Apply && chapter.Fault?.StartsWith("group-gone", StringComparison.Ordinal) == true)
        {
            // Whoever applies that on purpose empties the link.
            targets = targets.Append(PlainDirectory.Empty);
        }

        return isDelta && chapter.Link.Scope == PlainScope.DirectMembers
            ? [.. targets.Select(target => target.Within(_standing))]
            : [.. targets];
    }

    private bool IsGuarded(PlainDirectory from, PlainDirectory to, FullReason? reason)
    {
        var limits = world.Guards.For(_guards);
        return limits.Enabled && from.IsGuardedFrom(to, limits, byPeople: reason == FullReason.RulesChanged);
    }

    /// <summary>What somebody decides about a held run; once it is allowed, the same run is applied.</summary>
    private async Task DecideAsync(Chapter chapter)
    {
        var (runs, link) = (world.Get<HeldRuns>(), world.Link(chapter.Link));
        Assert.NotNull(await runs.FindAsync(link.Id, TestContext.Current.CancellationToken));
        if (_author.Decision() is not { } allowed)
        {
            return;
        }

        if (!allowed)
        {
            await runs.DiscardAsync(link, TestContext.Current.CancellationToken);
            return;
        }

        await runs.ApplyNextAsync(link, TestContext.Current.CancellationToken);
        var reason = KnownLink.Expected(_known, chapter, world.Time.GetUtcNow());
        var report = await world.RunAsync(chapter.Link, _guards, chapter.Request);
        Tell(chapter, report, killed: false);
        Assert.Equal(RunOutcome.Succeeded, report.Outcome);
        var applied = chapter with { Request = chapter.Request with { Apply = true } };
        Succeed(applied, report, reason, disturbed: false, await LookAsync());
    }

    /// <summary>A quiet run on purpose makes the directory whole, and the past is what it was.</summary>
    private async Task EndAsync(PlainLink link)
    {
        await LiveAsync(new Chapter(world.Truth, link) { Pause = TimeSpan.FromHours(1), Request = new(Full: true, Apply: true) });
        Assert.True(_before.Is(PlainDirectory.Of(world.Truth, link), world.Limit), "The last run did not make the directory whole.");
        if (_versions.Count > 0 && _author.LooksBack())
        {
            var version = _author.Pick([.. _versions.Keys.Order()]);
            Assert.Equal(_versions[version], await world.VersionAsync(version));
        }
    }

    private void Become(PlainTenant tenant)
    {
        if (_known is not null && !tenant.Members.SetEquals(world.Truth.Members))
        {
            _known = _known with { MembersChanged = true };
        }

        world.Become(tenant);
    }

    /// <summary>Finds what stands now among what may; anything between is a fault.</summary>
    private void Settle(Standing after, IEnumerable<PlainDirectory> candidates)
    {
        _standing = candidates.LastOrDefault(candidate => after.Is(candidate, world.Limit))
            ?? throw new InvalidOperationException($"What stands is none of what may: {string.Join(", ", after.Slots)}: {string.Join(", ", after.Seen)}");
        if (after.Version >= _first)
        {
            _versions.TryAdd(after.Version, after.Seen);
        }
    }

    private void Tell(Chapter chapter, RunReport report, bool killed)
    {
        var end = killed ? "killed" : report.Outcome.ToString();
        Happened.Add(killed ? "killed" : $"{report.Outcome} {report.Mode}");
        _told.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{world.Time.GetUtcNow():u} {chapter.Link}, {chapter.Request}, fault {chapter.Fault ?? "none"}, {chapter.Disturbance} at {chapter.Step} ({world.Steps.Struck}): {end} {report.Mode} {report.Reason} {report.Error?.Code}"));
    }
}
