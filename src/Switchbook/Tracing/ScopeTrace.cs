using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.Mapping;

namespace Switchbook.Tracing;

/// <summary>Asks Graph whether a person is among those whom a run of a link reads.</summary>
internal sealed class ScopeTrace(GraphReader reader, GroupPaths paths)
{
    public async Task<TraceStep> GroupAsync(TenantConnection connection, Link link, string person, CancellationToken cancellationToken)
    {
        if (link.Scope is not ReadScope.Group group)
        {
            return new("group", TraceVerdict.Passed, [], [], "The link reads all users of the tenant.");
        }

        if (!await IsAmongAsync(connection, group, $"id eq '{person}'", cancellationToken))
        {
            var direct = group.DirectMembersOnly ? " directly" : "";
            return new("group", TraceVerdict.Stopped, [group.GroupId], [], $"The person is not{direct} in the link's group.");
        }

        var path = await paths.FindAsync(connection, group.GroupId, person, cancellationToken);
        return new(
            "group",
            TraceVerdict.Passed,
            [group.GroupId],
            [.. path],
            path.Count == 1 ? "The person is a member of the link's group." : $"The person is in the link's group through {string.Join(" > ", path)}.");
    }

    public async Task<TraceStep> FilterAsync(TenantConnection connection, Link link, string person, CancellationToken cancellationToken)
    {
        var filter = link.Audience.Filter;
        var holds = await IsAmongAsync(connection, link.Scope, $"id eq '{person}' and ({filter})", cancellationToken);
        return new(
            "filter",
            holds ? TraceVerdict.Passed : TraceVerdict.Stopped,
            [filter],
            [],
            holds ? "Microsoft Graph finds the person with the link's filter." : "Microsoft Graph does not find the person with the link's filter.");
    }

    /// <summary>The person's ID when it is in one of the groups that the link excludes.</summary>
    public async Task<HashSet<string>> OutsidersAsync(TenantConnection connection, Link link, string person, CancellationToken cancellationToken)
    {
        var outsiders = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in Audience.Values(link.Audience.ExcludedGroups))
        {
            if (await IsAmongAsync(connection, new ReadScope.Group(group, DirectMembersOnly: false), $"id eq '{person}'", cancellationToken))
            {
                outsiders.Add(person);
            }
        }

        return outsiders;
    }

    private async Task<bool> IsAmongAsync(TenantConnection connection, ReadScope scope, string filter, CancellationToken cancellationToken)
    {
        var asked = new ReadRequest { Scope = scope, Properties = new([]), Filter = filter, Interactive = true };
        return (await reader.Open(connection, asked, null).ReadAllAsync(person => person.Id, cancellationToken)).People.Count > 0;
    }
}
