using System.Text.Json;
using Switchbook.SimulatedTenant.Graph;
using Switchbook.SimulatedTenant.Membership;

namespace Switchbook.SimulatedTenant.Delta;

/// <summary>
/// One round of <c>/groups/delta</c>. A large group comes as the same object several times, also on several pages, each
/// time with a part of <c>members@delta</c> (delta-query-groups).
/// </summary>
internal sealed class GroupChanges : IListing
{
    private readonly Tenant _tenant;
    private readonly IReadOnlyList<string> _select;
    private readonly HashSet<string> _ids;
    private readonly List<(Group Group, MemberChange[] Members)> _parts = [];

    public GroupChanges(Tenant tenant, DeltaState state)
    {
        _tenant = tenant;
        _select = state.Select;
        _ids = new HashSet<string>(state.Ids, StringComparer.OrdinalIgnoreCase);
        if (state.IsFirstRound)
        {
            foreach (var group in tenant.Groups.All)
            {
                Add(group, [.. TenantGroups.Direct(group).Select(member => new MemberChange(member, IsRemoved: false))]);
            }

            return;
        }

        foreach (var changes in tenant.Groups.ChangesBetween(state.From, state.To).GroupBy(change => change.Group))
        {
            var last = changes.GroupBy(change => change.Person).Select(person => person.Last());
            Add(tenant.Groups.All[changes.Key], [.. last.Select(
                change => new MemberChange(new Member(MemberKind.User, change.Person), !change.IsMember))]);
        }
    }

    public int Places => _parts.Count;

    private bool HasMembers => _select.Count == 0 || _select.Contains("members", StringComparer.OrdinalIgnoreCase);

    public bool Includes(int place) => _ids.Count == 0 || _ids.Contains(_parts[place].Group.Id);

    public void Write(Utf8JsonWriter json, int place)
    {
        var (group, members) = _parts[place];
        json.WriteStartObject();
        foreach (var (name, value) in GroupListing.ToJson(group, [.. _select, .. _select.Count > 0 ? ["id"] : Array.Empty<string>()]))
        {
            // What was never set is left out.
            if (value is not null)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
        }

        if (HasMembers && members.Length > 0)
        {
            WriteMembers(json, members);
        }

        json.WriteEndObject();
    }

    public void WriteLimited(Utf8JsonWriter json, int place) => GroupListing.ToJson(_parts[place].Group, ["id"]).WriteTo(json);

    private void Add(Group group, MemberChange[] members)
    {
        if (members.Length == 0 || !HasMembers)
        {
            _parts.Add((group, []));
            return;
        }

        _parts.AddRange(members.Chunk(_tenant.Options.DeltaPageSize).Select(part => (group, part)));
    }

    private void WriteMembers(Utf8JsonWriter json, MemberChange[] members)
    {
        json.WriteStartArray("members@delta"u8);
        foreach (var (member, isRemoved) in members)
        {
            json.WriteStartObject();
            json.WriteString("@odata.type"u8, MemberListing.TypeOf(member.Kind));
            json.WriteString("id"u8, _tenant.IdOf(member));
            if (isRemoved)
            {
                json.WriteStartObject("@removed"u8);
                json.WriteString("reason"u8, "deleted"u8);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
