using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Switchbook.Graph;
using Switchbook.Mapping;
using Switchbook.Storage;

namespace Switchbook.Synchronization;

/// <summary>How links stand, on the way into and out of the database.</summary>
internal static class LinkStateRows
{
    public static LinkState Read(LinkStateRow row) => new()
    {
        Rules = row.Rules,
        Subject = row.Subject,
        Mark = row.DeltaLink is null ? null : new DeltaMark(row.DeltaLink, row.MembersLink),
        Gone = [.. row.Gone.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        FullAt = row.FullAt,
        Tally = new()
        {
            People = row.People,
            Entries = row.Entries,
            Duplicates = row.Duplicates,
            Skipped = JsonSerializer.Deserialize<Dictionary<SkipReason, int>>(row.Skipped)!.ToImmutableSortedDictionary(),
        },
    };

    /// <summary>Puts the state where the caller's transaction and its next save write it.</summary>
    public static async Task WriteAsync(SwitchbookContext context, int linkId, LinkState state, CancellationToken cancellationToken)
    {
        var row = new LinkStateRow
        {
            LinkId = linkId,
            Rules = state.Rules,
            Subject = state.Subject,
            DeltaLink = state.Mark?.People,
            MembersLink = state.Mark?.Members,
            Gone = string.Join(' ', state.Gone.Order(StringComparer.Ordinal)),
            FullAt = state.FullAt,
            People = state.Tally.People,
            Entries = state.Tally.Entries,
            Duplicates = state.Tally.Duplicates,
            Skipped = JsonSerializer.Serialize(state.Tally.Skipped),
        };
        var isThere = await context.LinkStates.AnyAsync(stored => stored.LinkId == linkId, cancellationToken);
        context.Entry(row).State = isThere ? EntityState.Modified : EntityState.Added;
    }
}
