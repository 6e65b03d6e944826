namespace Switchbook.SimulatedTenant.Graph;

/// <summary>What one answer of a list holds.</summary>
/// <param name="Context">The last part of <c>@odata.context</c>: <c>users(id,displayName)</c>.</param>
/// <param name="Places">The places in the listing.</param>
internal sealed record Page(string Context, List<int> Places)
{
    public string? NextLink { get; init; }

    public string? DeltaLink { get; init; }

    /// <summary>For <c>@odata.count</c>; null when it was not asked for, or not on this page.</summary>
    public int? Count { get; init; }

    /// <summary>The places from <paramref name="start"/> on, at most <paramref name="top"/>, and where the next page begins.</summary>
    public static (List<int> Places, int? Next) Cut(IListing listing, int start, int top)
    {
        var places = new List<int>(Math.Min(top, Math.Max(0, listing.Places - start)));
        for (var place = start; place < listing.Places; place++)
        {
            if (!listing.Includes(place))
            {
                continue;
            }

            if (places.Count == top)
            {
                return (places, place);
            }

            places.Add(place);
        }

        return (places, null);
    }

    public static int CountAll(IListing listing)
    {
        var count = 0;
        for (var place = 0; place < listing.Places; place++)
        {
            count += listing.Includes(place) ? 1 : 0;
        }

        return count;
    }
}
