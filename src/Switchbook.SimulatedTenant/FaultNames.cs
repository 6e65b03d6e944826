namespace Switchbook.SimulatedTenant;

/// <summary>The names of the faults, each once.</summary>
internal static class FaultNames
{
    public const string WrongSecret = "wrong-secret";
    public const string ExpiredSecret = "expired-secret";
    public const string UnknownApplication = "unknown-application";
    public const string UnknownTenant = "unknown-tenant";
    public const string MissingConsent = "missing-consent";
    public const string TokenThrottle = "token-throttle";
    public const string TokenUnavailable = "token-unavailable";
    public const string TokenGarbage = "token-garbage";
    public const string ShortToken = "short-token";
    public const string Throttle = "throttle";
    public const string Unavailable = "unavailable";
    public const string GatewayTimeout = "gateway-timeout";
    public const string BadGateway = "bad-gateway";
    public const string InternalError = "internal-error";
    public const string Unauthorized = "unauthorized";
    public const string Forbidden = "forbidden";
    public const string ExpiredPageToken = "expired-page-token";
    public const string Drop = "drop";
    public const string Abort = "abort";
    public const string Truncate = "truncate";
    public const string ShortBody = "short-body";
    public const string Slow = "slow";
    public const string Stall = "stall";
    public const string EmptyPage = "empty-page";
    public const string RepeatedNextLink = "repeated-next-link";
    public const string ForeignNextLink = "foreign-next-link";
    public const string DuplicatePerson = "duplicate-person";
    public const string LimitedMembers = "limited-members";
    public const string NullPerson = "null-person";
    public const string MissingValue = "missing-value";
    public const string Garbage = "garbage";
    public const string EmptyBody = "empty-body";
    public const string TooDeep = "too-deep";
    public const string GroupGone = "group-gone";
    public const string Gone = "gone";
    public const string SyncStateNotFound = "sync-state-not-found";
}
