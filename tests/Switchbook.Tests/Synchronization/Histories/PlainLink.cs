namespace Switchbook.Tests.Synchronization.Histories;

/// <summary>What of a link decides who is in and what of them.</summary>
internal sealed record PlainLink(string Numbers, PlainScope Scope)
{
    public const string Business = "businessPhones";
    public const string BusinessAndMobile = "businessPhones,mobilePhone=M";
    public const string MobileAndBusiness = "mobilePhone=M,businessPhones";

    public bool Takes(PlainTenant tenant, int slot) => Scope switch
    {
        PlainScope.Tenant => true,
        PlainScope.DirectMembers => tenant.Members.Contains(slot),
        _ => tenant.Members.Contains(slot) || tenant.InnerMembers.Contains(slot),
    };
}
