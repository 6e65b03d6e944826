namespace Switchbook.PhoneDirectory.Building;

/// <summary>Which entries stand and which the limit leaves out.</summary>
/// <param name="Standing">For each collected entry whether it stands.</param>
/// <param name="OverLimit">For each source the entries left out, in their order, with their person.</param>
internal sealed record EntrySelection(bool[] Standing, List<(int Person, int Entry)>[] OverLimit)
{
    /// <summary>
    /// Manual entries always stand. Those of links stand up to the limit: by the precedence of their links, then in the people's
    /// order, then as mapped.
    /// </summary>
    public static EntrySelection Of(CollectedPeople collected, int[] order, IReadOnlyList<DirectorySource> sources, int limit)
    {
        var standing = new bool[collected.Entries.Length];
        var over = new List<(int, int)>[sources.Count];
        var bySource = BySource(collected, order, sources.Count);
        var left = limit;
        for (var source = 0; source < sources.Count; source++)
        {
            over[source] = [];
            var isManual = sources[source].Name == DirectorySource.Manual;
            foreach (var person in bySource[source])
            {
                var (first, count) = collected.EntriesOf(person).GetOffsetAndLength(standing.Length);
                for (var entry = first; entry < first + count; entry++)
                {
                    standing[entry] = isManual || left > 0;
                    left -= isManual ? 0 : 1;
                    if (!standing[entry])
                    {
                        over[source].Add((person, entry));
                    }
                }
            }
        }

        return new(standing, over);
    }

    private static List<int>[] BySource(CollectedPeople collected, int[] order, int sources)
    {
        var bySource = new List<int>[sources];
        for (var source = 0; source < sources; source++)
        {
            bySource[source] = [];
        }

        foreach (var person in order)
        {
            bySource[collected.People[person].Source].Add(person);
        }

        return bySource;
    }
}
