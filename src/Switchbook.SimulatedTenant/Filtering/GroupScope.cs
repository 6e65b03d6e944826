using Switchbook.SimulatedTenant.Membership;
using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Filtering;

/// <summary>What names mean in a filter of groups.</summary>
internal sealed class GroupScope : FilterScope
{
    public static readonly GroupScope Instance = new();

    public override string Resource => "Group";

    public override FilterOperand? Find(string path) => path switch
    {
        "displayName" => new(path, item => ((Group)item).Name),
        "mailNickname" => new(path, item => ((Group)item).Alias),
        "mail" => new(path, item => ((Group)item).Mail),
        "id" => new(path, item => ((Group)item).Id) { StartsWith = QuerySupport.None, EqualNull = QuerySupport.None },
        "mailEnabled" => Truth(path, group => group.IsUnified),
        "securityEnabled" => Truth(path, group => !group.IsUnified),
        _ => null,
    };

    private static FilterOperand Truth(string path, Func<Group, bool> read) => new(path, item => read((Group)item))
    {
        StartsWith = QuerySupport.None,
        EqualNull = QuerySupport.None,
        Literal = typeof(bool),
    };
}
