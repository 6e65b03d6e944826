using Microsoft.EntityFrameworkCore;
using Switchbook.Storage;

namespace Switchbook.ChangeNotifications;

/// <summary>What the links have arranged with Microsoft.</summary>
internal sealed class SubscriptionStore(IDbContextFactory<SwitchbookContext> contexts)
{
    public async Task<IReadOnlyDictionary<int, SubscriptionRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Subscriptions.AsNoTracking().ToDictionaryAsync(row => row.LinkId, cancellationToken);
    }

    public async Task<SubscriptionRow?> FindAsync(int linkId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Subscriptions.AsNoTracking().SingleOrDefaultAsync(row => row.LinkId == linkId, cancellationToken);
    }

    /// <summary>Writes it in place of what the link had; not for a link that was removed meanwhile.</summary>
    public async Task SaveAsync(SubscriptionRow row, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Links.AnyAsync(link => link.Id == row.LinkId, cancellationToken))
        {
            var isKnown = await context.Subscriptions.AnyAsync(other => other.LinkId == row.LinkId, cancellationToken);
            context.Entry(row).State = isKnown ? EntityState.Modified : EntityState.Added;
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task RemoveAsync(int linkId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Subscriptions.Where(row => row.LinkId == linkId).ExecuteDeleteAsync(cancellationToken);
    }
}
