namespace Switchbook.SimulatedTenant.Graph;

/// <summary>An error that Graph answers; thrown where it is found, written where the request came in.</summary>
internal sealed class GraphRefusal(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>For <c>410 Gone</c>: where to begin anew.</summary>
    public string? Location { get; init; }

    /// <summary>Seconds for <c>Retry-After</c>.</summary>
    public int? RetryAfter { get; init; }

    public static GraphRefusal Forbidden() => new(
        403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");

    public static GraphRefusal InvalidToken(string message) => new(401, "InvalidAuthenticationToken", message);

    public static GraphRefusal NotFound(string id) => new(
        404, "Request_ResourceNotFound",
        $"Resource '{id}' does not exist or one of its queried reference-property objects are not present.");

    public static GraphRefusal BadRequest(string message) => new(400, "Request_BadRequest", message);

    public static GraphRefusal Unsupported(string message) => new(400, "Request_UnsupportedQuery", message);

    public static GraphRefusal NeedsAdvancedQuery(string what) => Unsupported(
        $"{what} is not supported because the required parameters might be missing. Try adding $count=true query parameter and "
        + "ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information");

    public static GraphRefusal UnknownSegment(string segment) => new(
        400, "BadRequest", $"Resource not found for the segment '{segment}'.");

    public static GraphRefusal ExpiredPageToken() => new(
        400, "Directory_ExpiredPageToken",
        "The specified page token value has expired and can no longer be included in your request.");
}
