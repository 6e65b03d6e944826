using System.Globalization;
using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Membership;

/// <summary>The groups of the tenant: large, small, empty, nested and in a circle.</summary>
internal sealed class TenantGroups
{
    /// <summary>More than the entries that a directory takes by default.</summary>
    private const int LargeGroup = 12_000;

    private readonly TenantPeople _people;
    private readonly ObjectIds _ids;
    private readonly List<Group> _groups = [];
    private readonly Lock _lock = new();
    private readonly Dictionary<Group, Member[]> _transitive = [];
    private readonly List<MembershipChange> _diary = [];

    public TenantGroups(TenantPeople people, int seed)
    {
        _people = people;
        _ids = new ObjectIds(seed, kind: 3);
        DeviceIds = new ObjectIds(seed, kind: 4);
        Add("All Staff", "Every member, no guests", () => Where(UserProperties.UserType, "Member"), isUnified: true);
        Add("Everyone in Operations", "A very large group", () => Spread(people.Count >= LargeGroup ? LargeGroup : people.Count * 6 / 10));
        var sales = Add("Sales", "In EMEA", () => Where(UserProperties.Department, "Sales"), isUnified: true);
        var helpDesk = Add("Help Desk", "In Support", () => Every(50, offset: 3));
        var support = Add("Support", "In EMEA, with Help Desk in it", () => Where(UserProperties.Department, "Support"));
        support.Groups = [helpDesk];
        var emea = Add("EMEA", "Sales and Support, some people of its own, and devices", () => Every(40, offset: 0), devices: [0, 1, 2]);
        emea.Groups = [sales, support];
        Add("Reception", "A few people", () => Enumerable.Range(0, Math.Min(5, people.Count)));
        Add("Empty", "Nobody", () => []);
        var falcon = Add("Project Falcon", "In a circle with Project Owl", () => Every(25, offset: 1), isUnified: true);
        var owl = Add("Project Owl", "In a circle with Project Falcon", () => Every(25, offset: 2));
        falcon.Groups = [owl];
        owl.Groups = [falcon];
    }

    public ObjectIds DeviceIds { get; }

    public IReadOnlyList<Group> All => _groups;

    public Group? Find(string id) =>
        Guid.TryParse(id, out var guid) && _ids.TryFind(guid, out var index) && index < _groups.Count ? _groups[index] : null;

    /// <summary>The length of the diary of members who came and went.</summary>
    public int Version
    {
        get
        {
            lock (_lock)
            {
                return _diary.Count;
            }
        }
    }

    public IReadOnlyList<MembershipChange> ChangesBetween(int from, int to)
    {
        lock (_lock)
        {
            return [.. _diary.Skip(from).Take(to - from)];
        }
    }

    /// <summary>Who is in the group itself.</summary>
    public static Member[] Direct(Group group) =>
    [
        .. group.People.Select(index => new Member(MemberKind.User, index)),
        .. group.Groups.Select(inner => new Member(MemberKind.Group, inner.Index)),
        .. group.Devices.Select(device => new Member(MemberKind.Device, device)),
    ];

    /// <summary>Who is in the group or in a group in it, each once.</summary>
    public Member[] Transitive(Group group)
    {
        lock (_lock)
        {
            return _transitive.TryGetValue(group, out var members) ? members : _transitive[group] = Collect(group);
        }
    }

    public int CountPeople(IEnumerable<Member> members) =>
        members.Count(member => member.Kind == MemberKind.User && _people.IsPresent(member.Index));

    /// <summary>Adds a person to a group, or takes one out.</summary>
    public void Set(Group group, int person, bool isMember)
    {
        lock (_lock)
        {
            group.Set(person, isMember);
            _transitive.Clear();
            _diary.Add(new MembershipChange(group.Index, person, isMember));
        }
    }

    private static Member[] Collect(Group group)
    {
        var within = new HashSet<Group>();
        Collect(group, within);
        return
        [
            .. within.SelectMany(inner => inner.People).Distinct().Order().Select(index => new Member(MemberKind.User, index)),
            .. within.Where(inner => inner != group).Select(inner => new Member(MemberKind.Group, inner.Index)),
            .. within.SelectMany(inner => inner.Devices).Distinct().Select(device => new Member(MemberKind.Device, device)),
        ];
    }

    private static void Collect(Group group, HashSet<Group> found)
    {
        if (!found.Add(group))
        {
            return;
        }

        foreach (var inner in group.Groups)
        {
            Collect(inner, found);
        }
    }

    private Group Add(
        string name, string description, Func<IEnumerable<int>> people, bool isUnified = false, int[]? devices = null)
    {
        var group = new Group(_groups.Count, _ids.Of(_groups.Count).ToString(), name)
        {
            Description = description + ".",
            FirstPeople = people,
            IsUnified = isUnified,
            Devices = devices ?? [],
        };
        _groups.Add(group);
        return group;
    }

    private IEnumerable<int> Where(UserProperty property, string value) =>
        Enumerable.Range(0, _people.Count).Where(index => _people.At(index)?.Text(property) == value);

    private IEnumerable<int> Every(int step, int offset) =>
        Enumerable.Range(0, _people.Count).Where(index => index % step == offset);

    /// <summary>So many people, from the whole tenant at equal distances.</summary>
    private IEnumerable<int> Spread(int count)
    {
        var all = _people.Count;
        return Enumerable.Range(0, count).Select(number => (int)((long)number * all / Math.Max(count, 1)));
    }

    /// <summary>The name of a device.</summary>
    public static string DeviceName(int device) => "PHONE-" + device.ToString("D3", CultureInfo.InvariantCulture);
}
