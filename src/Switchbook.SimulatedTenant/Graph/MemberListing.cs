using System.Text.Json;
using Switchbook.SimulatedTenant.Filtering;
using Switchbook.SimulatedTenant.Membership;
using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary>The members of a group.</summary>
internal sealed class MemberListing(Tenant tenant, Member[] members, PersonSelection selection) : IListing
{
    private static readonly JsonEncodedText UserType = JsonEncodedText.Encode("#microsoft.graph.user");

    public int Places => members.Length;

    /// <summary>What the address casts to: then there are members of this kind only, without a type; null for all.</summary>
    public MemberKind? Cast { get; init; }

    /// <summary>Which users are listed; null for all.</summary>
    public FilterExpression? Filter { get; init; }

    /// <summary>
    /// Whether the caller may not read users: they come as an ID alone (https://learn.microsoft.com/graph/permissions-overview,
    /// "Limited information returned for inaccessible member objects").
    /// </summary>
    public bool IsLimited { get; init; }

    public static string TypeOf(MemberKind kind) => kind switch
    {
        MemberKind.User => "#microsoft.graph.user",
        MemberKind.Group => "#microsoft.graph.group",
        _ => "#microsoft.graph.device",
    };

    public bool Includes(int place)
    {
        var member = members[place];
        if (member.Kind != MemberKind.User)
        {
            return (Cast is null || Cast == member.Kind) && Filter is null;
        }

        if (Cast is not (null or MemberKind.User))
        {
            return false;
        }

        return Filter is null
            ? tenant.People.IsPresent(member.Index)
            : tenant.People.At(member.Index) is { } person && Filter.Holds(person);
    }

    public void Write(Utf8JsonWriter json, int place)
    {
        var member = members[place];
        if (member.Kind != MemberKind.User)
        {
            WriteOther(json, member);
        }
        else if (IsLimited)
        {
            WriteLimited(json, place);
        }
        else if (tenant.People.At(member.Index) is { } person)
        {
            selection.Write(json, person, Cast is null ? UserType : null);
        }
    }

    public void WriteLimited(Utf8JsonWriter json, int place)
    {
        var member = members[place];
        if (member.Kind == MemberKind.User)
        {
            selection.WriteLimited(json, tenant.People.IdAt(member.Index), Cast is not null && !IsLimited ? null : UserType);
        }
        else
        {
            WriteOther(json, member);
        }
    }

    private void WriteOther(Utf8JsonWriter json, Member member)
    {
        var isGroup = member.Kind == MemberKind.Group;
        json.WriteStartObject();
        if (Cast is null)
        {
            json.WriteString("@odata.type", TypeOf(member.Kind));
        }

        json.WriteString("id", tenant.IdOf(member));
        if (selection.Properties.Contains(UserProperties.DisplayName))
        {
            json.WriteString(
                "displayName", isGroup ? tenant.Groups.All[member.Index].Name : TenantGroups.DeviceName(member.Index));
        }

        json.WriteEndObject();
    }
}
