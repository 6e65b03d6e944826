using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Switchbook.Graph;
using Switchbook.Mapping;
using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.Links;

/// <summary>The links of this installation.</summary>
internal sealed class LinkStore(
    IDbContextFactory<SwitchbookContext> contexts,
    LinkCredentials credentials,
    VersionLog versions,
    TimeProvider time)
{
    /// <summary>All links, in the order in which they take precedence.</summary>
    public async Task<ImmutableArray<Link>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Links.AsNoTracking().Include(row => row.Credentials).OrderBy(row => row.Order).ToListAsync(cancellationToken);
        return [.. rows.Select(FromRow)];
    }

    /// <param name="name">In any case.</param>
    /// <exception cref="ProblemException">There is no such link.</exception>
    public async Task<Link> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return FromRow(await RowAsync(context, name, cancellationToken));
    }

    /// <exception cref="ProblemException">The name is taken, or there is no credential.</exception>
    public async Task<Link> AddAsync(Link link, CredentialDraft? credential, CancellationToken cancellationToken)
    {
        if (credential is null)
        {
            throw new ProblemException(LinkProblems.SecretMissing.With());
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await RefuseTakenNameAsync(context, link.Name, exceptId: 0, cancellationToken);
        var row = new LinkRow
        {
            Order = 1 + (await context.Links.MaxAsync(other => (int?)other.Order, cancellationToken) ?? 0),
            Name = link.Name,
            NameKey = Key(link.Name),
            TenantId = link.TenantId,
            ClientId = link.ClientId,
            Cloud = link.Cloud,
            NameField = link.Mapping.NameField,
            NumberFields = link.Mapping.NumberFieldsText,
            Audience = AudienceJson.Write(link.Audience),
            Guards = link.Guards.Write(),
            CreatedAt = time.GetUtcNow(),
        };
        Copy(link, row);
        credentials.Put(row, credential);
        context.Links.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        await context.RaiseSettingsAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return FromRow(row);
    }

    /// <summary>
    /// Replaces the settings of <paramref name="name"/>; a null credential keeps those it has, another one is put beside the
    /// one that signs in now until it has signed in itself.
    /// </summary>
    /// <exception cref="ProblemException">There is no such link, or the new name is taken.</exception>
    public async Task<Link> EditAsync(string name, Link link, CredentialDraft? credential, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = await RowAsync(context, name, cancellationToken);
        await RefuseTakenNameAsync(context, link.Name, row.Id, cancellationToken);
        var isSeen = (row.Name, row.Region) != (link.Name, link.Region);
        Copy(link, row);
        if (credential is not null)
        {
            credentials.Put(row, credential);
        }

        await context.SaveChangesAsync(cancellationToken);
        if (isSeen)
        {
            await versions.AppendAsync(context, new(VersionCause.LinkChanged, link.Name), [], cancellationToken);
        }

        await context.RaiseSettingsAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return FromRow(row);
    }

    /// <summary>Removes the earlier of two credentials without waiting for the later one to be proven.</summary>
    /// <exception cref="ProblemException">There is no such link.</exception>
    public async Task DropEarlierCredentialAsync(string name, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await RowAsync(context, name, cancellationToken);
        row.Credentials.RemoveAll(credential => credential.Id != row.Credentials.Max(other => other.Id));
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Removes a link and its people from the directory.</summary>
    /// <exception cref="ProblemException">There is no such link.</exception>
    public async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = await RowAsync(context, name, cancellationToken);
        var people = context.People.AsNoTracking().Where(person => person.LinkId == row.Id && person.Entries > 0);
        var gone = await people.Select(person => new PersonState(person.LinkId, person.PersonId, person.Data)).ToListAsync(cancellationToken);
        var note = new VersionNote(VersionCause.LinkRemoved, row.Name)
        {
            Removed = await people.SumAsync(person => person.Entries, cancellationToken),
        };
        context.Links.Remove(row);
        await context.SaveChangesAsync(cancellationToken);
        await context.Links.Where(other => other.Order > row.Order)
            .ExecuteUpdateAsync(other => other.SetProperty(stored => stored.Order, stored => stored.Order - 1), cancellationToken);
        await versions.AppendAsync(context, note, gone, cancellationToken);
        await context.RaiseSettingsAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Gives the named links precedence over all others, in this order; the others keep theirs.</summary>
    /// <exception cref="ProblemException">There is no such link, or one is named twice.</exception>
    public async Task OrderAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var rows = await context.Links.OrderBy(row => row.Order).ToListAsync(cancellationToken);
        var first = new List<LinkRow>();
        foreach (var name in names)
        {
            var row = rows.Find(row => row.NameKey == Key(name)) ?? throw new ProblemException(LinkProblems.NotFound.With(name));
            if (first.Contains(row))
            {
                throw new ProblemException(LinkProblems.NamedTwice.With(row.Name));
            }

            first.Add(row);
        }

        var ordered = first.Concat(rows.Except(first)).ToList();
        for (var place = 0; place < ordered.Count; place++)
        {
            ordered[place].Order = place + 1;
        }

        await context.SaveChangesAsync(cancellationToken);
        var order = string.Join(", ", ordered.Select(row => row.Name));
        await versions.AppendAsync(context, new(VersionCause.LinksOrdered, order), [], cancellationToken);
        await context.RaiseSettingsAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<LinkRow> RowAsync(SwitchbookContext context, string name, CancellationToken cancellationToken)
    {
        var key = Key(name);
        return await context.Links.Include(row => row.Credentials).SingleOrDefaultAsync(row => row.NameKey == key, cancellationToken)
            ?? throw new ProblemException(LinkProblems.NotFound.With(name));
    }

    private static async Task RefuseTakenNameAsync(SwitchbookContext context, string name, int exceptId, CancellationToken cancellationToken)
    {
        var key = Key(name);
        if (await context.Links.AnyAsync(row => row.NameKey == key && row.Id != exceptId, cancellationToken))
        {
            throw new ProblemException(LinkProblems.NameTaken.With(name));
        }
    }

    private static string Key(string name) => name.Trim().ToUpperInvariant();

    private static void Copy(Link link, LinkRow row)
    {
        row.Name = link.Name;
        row.NameKey = Key(link.Name);
        row.TenantId = link.TenantId;
        row.ClientId = link.ClientId;
        row.Cloud = link.Cloud;
        var custom = link.Cloud.Equals(CloudEndpoints.CustomName, StringComparison.OrdinalIgnoreCase);
        row.LoginEndpoint = custom ? link.Endpoints.Login.AbsoluteUri : null;
        row.GraphEndpoint = custom ? link.Endpoints.Graph.AbsoluteUri : null;
        row.TrustedAuthorities = link.TrustedAuthorities;
        var group = link.Scope as ReadScope.Group;
        row.GroupId = group?.GroupId;
        row.DirectMembersOnly = group?.DirectMembersOnly ?? false;
        row.NameField = link.Mapping.NameField;
        row.NumberFields = link.Mapping.NumberFieldsText;
        row.Audience = AudienceJson.Write(link.Audience);
        row.Guards = link.Guards.Write();
        row.ResyncSeconds = (int)link.Resync.TotalSeconds;
        row.LeastResyncSeconds = (int?)link.LeastResync?.TotalSeconds;
        row.Notifications = link.Notifications;
        row.Region = link.Region;
    }

    private static Link FromRow(LinkRow row) => new()
    {
        Id = row.Id,
        Order = row.Order,
        Name = row.Name,
        TenantId = row.TenantId,
        ClientId = row.ClientId,
        Cloud = row.Cloud,
        Endpoints = CloudEndpoints.TryFind(row.Cloud, out var endpoints)
            ? endpoints
            : CloudEndpoints.Custom(row.LoginEndpoint ?? "", row.GraphEndpoint ?? ""),
        Scope = row.GroupId is null ? new ReadScope.Tenant() : new ReadScope.Group(row.GroupId, row.DirectMembersOnly),
        Mapping = MappingParser.TryParse(row.NameField, row.NumberFields, out var mapping, out var problem)
            ? mapping
            : throw new ProblemException(problem),
        Audience = AudienceJson.Read(row.Audience),
        Guards = LinkGuards.Read(row.Guards),
        Resync = TimeSpan.FromSeconds(row.ResyncSeconds),
        LeastResync = row.LeastResyncSeconds is { } least ? TimeSpan.FromSeconds(least) : null,
        Notifications = row.Notifications,
        Region = row.Region,
        TrustedAuthorities = row.TrustedAuthorities,
        Credential = row.Credentials.MaxBy(credential => credential.Id) is { } newest ? LinkCredential.Of(newest) : null,
        EarlierCredential = row.Credentials.Count > 1 ? LinkCredential.Of(row.Credentials.MinBy(credential => credential.Id)!) : null,
    };
}
