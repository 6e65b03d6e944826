using Switchbook.Synchronization;

namespace Switchbook.Tests.Synchronization.Histories;

/// <summary>What the last good run left of how the link stands, so that the plain model can tell what the next one reads.</summary>
/// <param name="Link">The mapping and the scope of that run.</param>
/// <param name="FullAt">When everyone was read.</param>
/// <param name="IsMarked">Whether changes can be followed from there.</param>
/// <param name="MembersChanged">Whether somebody joined or left the group since.</param>
/// <param name="IsCertain">False when a fault or a kill leaves open what was kept.</param>
internal sealed record KnownLink(PlainLink Link, DateTimeOffset FullAt, bool IsMarked, bool MembersChanged, bool IsCertain)
{
    private static readonly TimeSpan FullEvery = new SyncOptions().FullEvery;

    public static readonly KnownLink Uncertain = new(new("", PlainScope.Tenant), DateTimeOffset.UnixEpoch, false, false, IsCertain: false);

    /// <summary>Why the next run has to read everyone; null when the changes will do.</summary>
    public static FullReason? Expected(KnownLink? known, Chapter next, DateTimeOffset now) => known switch
    {
        null => FullReason.First,
        _ when known.Link.Numbers != next.Link.Numbers => FullReason.RulesChanged,
        _ when known.Link.Scope != next.Link.Scope => FullReason.ScopeChanged,
        _ when next.Request.Full => FullReason.Asked,
        _ when next.Link.Scope == PlainScope.AllMembers => FullReason.NotTracked,
        { IsMarked: false } => FullReason.DeltaLost,
        _ when now - known.FullAt >= FullEvery => FullReason.Due,
        { MembersChanged: true } when next.Link.Scope == PlainScope.DirectMembers => FullReason.MembersChanged,
        _ => null,
    };

    /// <summary>How the link stands after a good run.</summary>
    public static KnownLink After(KnownLink? known, PlainLink link, RunReport report, DateTimeOffset now, bool isClean) => report.Reason is null && known is not null
        ? known with { Link = link, IsMarked = true, MembersChanged = false, FullAt = known.IsCertain ? known.FullAt : DateTimeOffset.UnixEpoch, IsCertain = known.IsCertain && isClean }
        : new(link, now, link.Scope != PlainScope.AllMembers, MembersChanged: false, isClean);
}
