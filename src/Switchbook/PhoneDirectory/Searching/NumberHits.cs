using Switchbook.PhoneDirectory.Building;

namespace Switchbook.PhoneDirectory.Searching;

/// <summary>Collects entries that match a number.</summary>
internal ref struct NumberHits(SnapshotContent content, NumberKinds kinds)
{
    private const int RankShift = 60;
    private const int SourceShift = 32;

    private List<long>? _hits;

    public readonly bool IsEmpty => _hits is null;

    public void Add(int entry, MatchRank rank)
    {
        var kind = content.Entries.IsMobile(entry) ? NumberKinds.Mobile : NumberKinds.Telephone;
        if (kinds.HasFlag(kind))
        {
            var source = content.People[content.Entries[entry].Person].Source;
            (_hits ??= []).Add(((long)rank << RankShift) | ((long)source << SourceShift) | (uint)entry);
        }
    }

    /// <summary>The entries by rank, then source (the manual one first), then name and number; each once.</summary>
    public readonly IReadOnlyList<int> InOrder()
    {
        if (_hits is null)
        {
            return [];
        }

        if (_hits.Count == 1)
        {
            return [(int)_hits[0]];
        }

        _hits.Sort();
        return [.. _hits.Select(hit => (int)hit).Distinct()];
    }
}
