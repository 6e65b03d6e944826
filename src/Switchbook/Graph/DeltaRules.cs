namespace Switchbook.Graph;

/// <summary>What Graph can track, and when it has lost track.</summary>
internal static class DeltaRules
{
    /// <summary>Of a group nothing is read: that it is listed tells that its members changed.</summary>
    public static readonly PropertySelection Members = new([]);

    /// <summary>
    /// Graph tracks the users of a tenant and the direct members of a group; of a filter it takes IDs alone (Graph
    /// documentation, "Use delta query to track changes in Microsoft Graph data"). Who joins a group that is excluded would
    /// not be told, nor what Teams assigns, nor contacts; and whether someone is hidden is left out of changes
    /// (https://learn.microsoft.com/answers/questions/640812).
    /// </summary>
    public static bool CanTrack(ReadRequest request) =>
        string.IsNullOrWhiteSpace(request.Filter)
        && request.Beside.IsEmpty
        && !request.Properties.Paths.Contains("showInAddressList", StringComparer.Ordinal)
        && request.Scope is ReadScope.Tenant or ReadScope.Group { DirectMembersOnly: true };

    /// <summary>
    /// A token that expired (400 or 410 <c>syncStateNotFound</c>), a reset of the service (410), a token of another service,
    /// and tenants that are not tracked at all (Azure AD B2C). What passes, or hits a whole read as well, is not among it.
    /// </summary>
    public static bool IsLost(RequestFailure failure) =>
        failure is { Kind: FailureKind.Status, Status: (>= 400 and < 500 and not (401 or 408 or 429)) or 501 };
}
