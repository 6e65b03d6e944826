namespace Switchbook.Graph;

/// <summary>
/// Gathers one round of a delta. Graph tells changes in any order, some of them again: the last word on a person holds
/// (Graph documentation, "Use delta query to track changes in Microsoft Graph data").
/// </summary>
internal sealed class ChangeCollector<T>(Func<Person, T> map)
{
    private readonly Dictionary<string, T> _people = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);

    /// <summary>Where the next round begins; null until the last page is in.</summary>
    public string? Next { get; private set; }

    /// <summary>Whether somebody came as a bare ID, which says nothing about them.</summary>
    public bool HasBare { get; private set; }

    public int Count => _people.Count + _removed.Count;

    public void Add(PeoplePage page)
    {
        foreach (var person in page.People)
        {
            HasBare |= ListRules.IsBare(person);
            _people[person.Id] = map(person);
            _removed.Remove(person.Id);
        }

        foreach (var id in page.Removed)
        {
            _people.Remove(id);
            _removed.Add(id);
        }

        Next = page.DeltaLink ?? Next;
    }

    public PeopleChanges<T> ToChanges(DeltaMark next) => new(_people, _removed, MembersChanged: false, next);
}
