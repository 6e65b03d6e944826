using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Switchbook.PhoneDirectory;
using Switchbook.Storage;

namespace Switchbook.Synchronization;

/// <summary>Builds snapshots of the system directory from the store.</summary>
internal sealed class DirectoryLoader(IDbContextFactory<SwitchbookContext> contexts, IOptions<DirectoryOptions> options)
{
    /// <summary>The directory as it stands.</summary>
    public Task<DirectorySnapshot> LoadAsync(CancellationToken cancellationToken) => LoadAsync(null, cancellationToken);

    /// <summary>The directory as it would stand with other people in one link.</summary>
    public Task<DirectorySnapshot> LoadAsync(LinkPeople? instead, CancellationToken cancellationToken) =>
        Task.Run(() => BuildAsync(instead, cancellationToken), cancellationToken);

    /// <summary>The version of what the store holds now.</summary>
    public async Task<long> VersionAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ChangeMarks.Select(mark => mark.Directory).SingleAsync(cancellationToken);
    }

    private async Task<DirectorySnapshot> BuildAsync(LinkPeople? instead, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var reading = await context.BeginReadingAsync(cancellationToken);
        var mark = await context.ChangeMarks.AsNoTracking().SingleAsync(cancellationToken);
        var manual = context.ManualEntries.AsNoTracking().AsEnumerable().Select(ManualEntries.FromRow);
        var links = await context.Links.AsNoTracking()
            .OrderBy(link => link.Id)
            .Select(link => new { link.Id, link.Name, link.Region })
            .ToListAsync(cancellationToken);
        var sources = links.Select(link => new DirectorySource(
            link.Name,
            link.Region,
            instead?.LinkId == link.Id ? instead.People : PeopleOf(context, link.Id)));
        return DirectorySnapshot.Build(
            mark.Directory,
            mark.DataFrom,
            [new DirectorySource(DirectorySource.Manual, null, manual), .. sources],
            options.Value);
    }

    private static IEnumerable<DirectoryPerson> PeopleOf(SwitchbookContext context, int linkId) =>
        context.People.AsNoTracking()
            .Where(person => person.LinkId == linkId)
            .Select(person => person.Data)
            .AsEnumerable()
            .Select(data => PersonJson.Read(data));
}
