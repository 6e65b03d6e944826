namespace Switchbook.Graph;

/// <summary>What changed since a <see cref="DeltaMark"/>, each person once and as last told.</summary>
/// <param name="People">By object ID: those who are new or changed, with everything that is read of them.</param>
/// <param name="Removed">The object IDs of those who are gone.</param>
/// <param name="MembersChanged">The group's members changed, so that only a whole read tells who they are; the rest is empty.</param>
/// <param name="Next">Where the next changes begin.</param>
internal sealed record PeopleChanges<T>(
    IReadOnlyDictionary<string, T> People, IReadOnlySet<string> Removed, bool MembersChanged, DeltaMark Next)
{
    public bool Tell(string personId) => People.ContainsKey(personId) || Removed.Contains(personId);
}
