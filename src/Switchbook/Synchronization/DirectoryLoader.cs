using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Switchbook.Links;
using Switchbook.PhoneDirectory;
using Switchbook.Storage;

namespace Switchbook.Synchronization;

/// <summary>Builds snapshots of the system directory from the store: as it stands, as it stood, as it would stand.</summary>
internal sealed class DirectoryLoader(IDbContextFactory<SwitchbookContext> contexts, IOptions<DirectoryOptions> options)
{
    /// <summary>Where a fifth of all people changed, building anew costs no more.</summary>
    private const int LeastPartToBuildAnew = 5;

    /// <summary>The directory as it is served: the latest version, or the one that it was rolled back to.</summary>
    public Task<DirectorySnapshot> LoadAsync(CancellationToken cancellationToken) =>
        LoadAsync(mark => mark.Pinned, OtherPeople.Nobody, null, cancellationToken);

    /// <summary>The directory as it is served, made out of an earlier one where little changed since.</summary>
    public Task<DirectorySnapshot> LoadAsync(DirectorySnapshot earlier, CancellationToken cancellationToken) => Task.Run(
        async () => await FollowAsync(earlier, cancellationToken) ?? await LoadAsync(cancellationToken), cancellationToken);

    /// <summary>The latest version, also while an earlier one is served.</summary>
    public Task<DirectorySnapshot> LoadLatestAsync(CancellationToken cancellationToken) =>
        LoadAsync(_ => null, OtherPeople.Nobody, null, cancellationToken);

    /// <summary>What the latest version would be with <paramref name="changes"/> to one link; one that is not stored stands last.</summary>
    public Task<DirectorySnapshot> LoadLatestAsync(Link link, IEnumerable<PersonChange> changes, CancellationToken cancellationToken) =>
        LoadAsync(_ => null, OtherPeople.After(link.Id, changes), link, cancellationToken);

    /// <summary>The directory as it stood.</summary>
    /// <param name="version">One that is kept.</param>
    public Task<DirectorySnapshot> LoadVersionAsync(long version, CancellationToken cancellationToken) =>
        LoadAsync(_ => version, OtherPeople.Nobody, null, cancellationToken);

    /// <summary>What the latest version hides because a link of higher precedence gives the same person.</summary>
    public async Task<IReadOnlyList<HiddenEntry>> HiddenAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var reading = await context.BeginReadingAsync(cancellationToken);
        var links = await VersionLog.SourcesAsync(context, cancellationToken);
        var through = new Dictionary<string, string>(StringComparer.Ordinal);
        return [.. Sources(context, links, OtherPeople.Nobody)
            .Where(source => source.Name != DirectorySource.Manual)
            .SelectMany(source => source.People
                .Where(person => !through.TryAdd(person.Id, source.Name))
                .SelectMany(person => person.Numbers.Select(number => new HiddenEntry(
                    number.Name, number.Number, source.Name, person.Id, number.Kind, through[person.Id]))))];
    }

    /// <summary>The version of what is served now.</summary>
    public async Task<ServedVersion> VersionAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var mark = await context.ChangeMarks.AsNoTracking().SingleAsync(cancellationToken);
        return new(mark.Pinned ?? mark.Directory, mark.Pinned is not null);
    }

    private Task<DirectorySnapshot> LoadAsync(
        Func<ChangeMark, long?> version, OtherPeople others, Link? link, CancellationToken cancellationToken) =>
        Task.Run(() => BuildAsync(version, others, link, cancellationToken), cancellationToken);

    private async Task<DirectorySnapshot> BuildAsync(
        Func<ChangeMark, long?> version, OtherPeople others, Link? link, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var reading = await context.BeginReadingAsync(cancellationToken);
        var mark = await context.ChangeMarks.AsNoTracking().SingleAsync(cancellationToken);
        if (version(mark) is not { } id)
        {
            var links = await VersionLog.SourcesAsync(context, cancellationToken);
            var all = link is null || links.Any(stored => stored.Id == link.Id) ? links : [.. links, new(link.Id, link.Name, link.Region)];
            var standing = Sources(context, all, others);
            return DirectorySnapshot.Build(mark.Directory, mark.DataFrom, [.. standing], options.Value);
        }

        var row = await context.Versions.AsNoTracking()
            .Where(row => row.Id == id)
            .Select(row => new { row.At, row.Sources })
            .SingleAsync(cancellationToken);
        var past = await OtherPeople.OfAsync(context, id, cancellationToken);
        var stood = Sources(context, VersionSource.Read(row.Sources), past);
        return DirectorySnapshot.Build(id, row.At, [.. stood], options.Value, isPinned: id == mark.Pinned);
    }

    /// <returns>Null where the directory has to be built anew.</returns>
    private async Task<DirectorySnapshot?> FollowAsync(DirectorySnapshot earlier, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var reading = await context.BeginReadingAsync(cancellationToken);
        var mark = await context.ChangeMarks.AsNoTracking().SingleAsync(cancellationToken);
        if (mark.Pinned is not null || !await context.Versions.AnyAsync(version => version.Id == earlier.Version, cancellationToken))
        {
            return null;
        }

        // The oldest version that is kept leads no further back, but every later one leads to the one before it.
        var ids = (await OtherPeople.OfAsync(context, earlier.Version, cancellationToken)).Ids;
        if (ids.Count > earlier.PersonCount / LeastPartToBuildAnew)
        {
            return null;
        }

        var links = await VersionLog.SourcesAsync(context, cancellationToken);
        var tallies = await context.LinkStates.AsNoTracking().ToDictionaryAsync(row => row.LinkId, LinkStateRows.Read, cancellationToken);
        var sources = Sources(context, links, OtherPeople.Nobody, ids).ToList();
        var manual = await context.ManualEntries.CountAsync(cancellationToken);
        return earlier.With(
            mark.Directory,
            mark.DataFrom,
            new(ids, sources, [manual, .. links.Select(link => tallies.GetValueOrDefault(link.Id)?.Tally.Listed ?? 0)]),
            options.Value);
    }

    /// <param name="ids">Only these people; null for all.</param>
    private static IEnumerable<DirectorySource> Sources(
        SwitchbookContext context, IReadOnlyList<VersionSource> links, OtherPeople others, HashSet<string>? ids = null)
    {
        var manual = context.ManualEntries.AsNoTracking().AsEnumerable()
            .Select(ManualEntries.FromRow)
            .Where(entry => ids is null || ids.Contains(entry.Id));
        yield return new(
            DirectorySource.Manual,
            null,
            others.Of(PersonState.Manual, manual, entry => entry.Id, entry => entry));
        foreach (var link in links)
        {
            yield return new(
                link.Name,
                link.Region,
                others.Of(link.Id, PeopleOf(context, link.Id, ids), row => row.PersonId, row => PersonJson.Read(row.Data)));
        }
    }

    private static IEnumerable<PersonRow> PeopleOf(SwitchbookContext context, int linkId, HashSet<string>? ids)
    {
        var people = context.People.AsNoTracking().Where(person => person.LinkId == linkId && person.Entries > 0);
        return ids is null
            ? people.AsEnumerable()
            : ids.Chunk(DirectoryStore.AskedAtOnce).SelectMany(some => people.Where(person => some.Contains(person.PersonId)));
    }
}
