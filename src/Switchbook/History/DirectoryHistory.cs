using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Switchbook.PhoneDirectory;
using Switchbook.Problems;
using Switchbook.Storage;
using Switchbook.Synchronization;

namespace Switchbook.History;

/// <summary>The directory's past: what its versions are, how they differ, and which of them is served.</summary>
internal sealed class DirectoryHistory(IDbContextFactory<SwitchbookContext> contexts, DirectoryLoader loader)
{
    /// <summary>The versions that are kept, newest first.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="before">Only older ones; null for all.</param>
    public async Task<IReadOnlyList<DirectoryVersion>> ListAsync(int most, long? before, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Versions(context.Versions.Where(version => before == null || version.Id < before).OrderByDescending(version => version.Id))
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The version that a run left; null when it changed nothing, or the version is not kept.</summary>
    public async Task<long?> OfRunAsync(long run, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Versions.Where(version => version.RunId == run).MaxAsync(version => (long?)version.Id, cancellationToken);
    }

    /// <summary>The version before another one; null when none is kept.</summary>
    public async Task<long?> BeforeAsync(long version, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Versions.Where(row => row.Id < version).MaxAsync(row => (long?)row.Id, cancellationToken);
    }

    /// <summary>The version that the directory was rolled back to; null while the latest one is served.</summary>
    public async Task<long?> PinnedAsync(CancellationToken cancellationToken) =>
        await loader.VersionAsync(cancellationToken) is { IsPinned: true, Version: var version } ? version : null;

    /// <summary>What phones would see change from one version to another; either may be the older.</summary>
    /// <exception cref="ProblemException">One of them is not kept.</exception>
    public async Task<IReadOnlyList<DirectoryChange>> DiffAsync(long from, long to, CancellationToken cancellationToken)
    {
        await CheckAsync(from, cancellationToken);
        await CheckAsync(to, cancellationToken);
        var before = await loader.LoadVersionAsync(from, cancellationToken);
        var after = await loader.LoadVersionAsync(to, cancellationToken);
        return [.. SnapshotComparison.Compare(before, after)];
    }

    /// <summary>Serves a version, and only this one, until it is released; runs go on and are kept meanwhile.</summary>
    /// <remarks>Every server of this database follows within about a second; <see cref="DirectoryRefresh"/> does it at once.</remarks>
    /// <exception cref="ProblemException">It is not kept.</exception>
    public async Task RollBackAsync(long version, CancellationToken cancellationToken)
    {
        await CheckAsync(version, cancellationToken);
        await PinAsync(version, cancellationToken);
    }

    /// <summary>Serves the latest version again, from now on each as it comes.</summary>
    /// <exception cref="ProblemException">It does so already.</exception>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        if (await PinnedAsync(cancellationToken) is null)
        {
            throw new ProblemException(HistoryProblems.NotPinned.With());
        }

        await PinAsync(null, cancellationToken);
    }

    /// <summary>Whose number it was, however it is written, at any moment of a time; the latest first.</summary>
    /// <exception cref="ProblemException">The history does not go back that far.</exception>
    public async Task<IReadOnlyList<NumberOwner>> WhoAsync(string number, AskedTime asked, CancellationToken cancellationToken)
    {
        var versions = await WithinAsync(asked, cancellationToken);
        var owners = new List<NumberOwner>();
        var standing = new Dictionary<DirectoryEntry, DateTimeOffset?>();
        for (var place = versions.Count - 1; place >= 0; place--)
        {
            var until = place == versions.Count - 1 ? (DateTimeOffset?)null : versions[place + 1].At;
            var snapshot = await loader.LoadVersionAsync(versions[place].Version, cancellationToken);
            var found = snapshot.Lookup(number).ToHashSet();
            owners.AddRange(End(standing, gone: entry => !found.Contains(entry), until));
            foreach (var entry in found)
            {
                standing.TryAdd(entry, until);
            }
        }

        owners.AddRange(End(standing, gone: _ => true, from: null));
        return owners;
    }

    /// <summary>Going back in time: whoever is not found any more had the number from then on.</summary>
    private static List<NumberOwner> End(
        Dictionary<DirectoryEntry, DateTimeOffset?> standing, Func<DirectoryEntry, bool> gone, DateTimeOffset? from)
    {
        var owners = new List<NumberOwner>();
        foreach (var (entry, until) in standing.Where(pair => gone(pair.Key)).ToList())
        {
            standing.Remove(entry);
            owners.Add(new(entry.Name, entry.Number, entry.Source, entry.PersonId, entry.Kind, from, until));
        }

        return owners;
    }

    /// <summary>The version that stood when the time began, and those that came within it.</summary>
    private async Task<IReadOnlyList<DirectoryVersion>> WithinAsync(AskedTime asked, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var first = await context.Versions.Where(version => version.At <= asked.From).MaxAsync(version => (long?)version.Id, cancellationToken) ?? 0;
        var versions = await Versions(context.Versions
            .Where(version => version.Id >= first && version.At <= asked.Until)
            .OrderBy(version => version.Id)).ToListAsync(cancellationToken);
        return versions.Count > 0 ? versions : throw new ProblemException(HistoryProblems.TooLongAgo.With(asked.Until.ToString("u")));
    }

    private async Task CheckAsync(long version, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await context.Versions.AnyAsync(row => row.Id == version, cancellationToken))
        {
            throw new ProblemException(HistoryProblems.NotFound.With(version));
        }
    }

    private async Task PinAsync(long? version, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var mark = await context.ChangeMarks.SingleAsync(cancellationToken);
        mark.Pinned = version;
        context.Audit.Add(new()
        {
            Kind = version is null ? "directory.released" : "directory.rolled-back",
            Subject = version?.ToString(CultureInfo.InvariantCulture) ?? "",
        });
        await context.SaveChangesAsync(cancellationToken);
    }

    private static IQueryable<DirectoryVersion> Versions(IQueryable<VersionRow> rows) => rows.Select(row => new DirectoryVersion(
        row.Id, row.At, row.Cause, row.Subject, row.Added, row.Changed, row.Removed, row.RunId, row.Size));
}
