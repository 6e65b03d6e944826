using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Membership;

/// <summary>A group, and who is in it.</summary>
/// <param name="index">Its place among the groups.</param>
/// <param name="id">The object ID.</param>
/// <param name="name">The display name.</param>
internal sealed class Group(int index, string id, string name)
{
    private readonly Lock _lock = new();
    private Func<IEnumerable<int>>? _first;
    private int[] _people = [];

    public int Index { get; } = index;

    public string Id { get; } = id;

    public string Name { get; } = name;

    public string? Description { get; init; }

    /// <summary>A Microsoft 365 group, with a mailbox; else a security group.</summary>
    public bool IsUnified { get; init; }

    /// <summary>The name without spaces, for addresses.</summary>
    public string Alias => Name.Replace(" ", "", StringComparison.Ordinal);

    public string? Mail => IsUnified ? $"{Alias}@{GeneratedPerson.Domain}" : null;

    /// <summary>Groups in this group; a circle is possible, as in Entra.</summary>
    public Group[] Groups { get; set; } = [];

    public int[] Devices { get; init; } = [];

    /// <summary>The first people, counted out only when someone asks for this group.</summary>
    public Func<IEnumerable<int>> FirstPeople
    {
        init => _first = value;
    }

    /// <summary>The places of the people who are members themselves, in order.</summary>
    public int[] People
    {
        get
        {
            lock (_lock)
            {
                if (_first is { } first)
                {
                    _first = null;
                    _people = [.. first().Distinct().Order()];
                }

                return _people;
            }
        }
    }

    /// <summary>Adds a person, or takes one out.</summary>
    public void Set(int person, bool isMember)
    {
        lock (_lock)
        {
            var others = People.Where(other => other != person);
            _people = [.. isMember ? others.Append(person).Order() : others];
        }
    }
}
