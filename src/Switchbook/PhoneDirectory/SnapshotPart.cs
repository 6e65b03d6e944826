using Switchbook.Numbers;

namespace Switchbook.PhoneDirectory;

/// <summary>Makes a directory that shows a part of another one: as immutable, and as quick to search.</summary>
internal static class SnapshotPart
{
    /// <param name="whole">What it is a part of.</param>
    /// <param name="hasSource">Whether the people of a source are in it.</param>
    /// <param name="shown">What is shown of somebody; who has no number left is not in it.</param>
    /// <param name="from">What was fetched before is old, even if the data is older.</param>
    public static DirectorySnapshot Part(
        this DirectorySnapshot whole, Predicate<string> hasSource, Func<DirectoryPerson, DirectoryPerson> shown, DateTimeOffset from)
    {
        var sources =
            from source in whole.Sources.Index()
            where source.Item.Name == DirectorySource.Manual || hasSource(source.Item.Name)
            let people = hasSource(source.Item.Name) ? whole.PeopleOf(source.Index).Select(shown) : []
            select new DirectorySource(source.Item.Name, whole.RegionOfSource(source.Index).Code, people);
        var options = new DirectoryOptions { MaximumEntries = Math.Max(1, whole.EntryCount), DefaultRegion = whole.DefaultRegion.Code };
        return DirectorySnapshot.Build(whole.Version, from > whole.DataFrom ? from : whole.DataFrom, [.. sources], options, whole.IsPinned);
    }

    private static IEnumerable<DirectoryPerson> PeopleOf(this DirectorySnapshot whole, int source) =>
        from row in Enumerable.Range(0, whole.PersonCount)
        where whole.People[row].Source == source
        select whole.PersonAt(row, NumberPolicy.Stored);
}
