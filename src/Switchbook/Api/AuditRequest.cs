namespace Switchbook.Api;

/// <summary>What the query of <c>/api/v1/audit</c> may hold.</summary>
/// <param name="Kind">The beginning of the kind, such as <c>link</c> or <c>operator.refused</c>.</param>
/// <param name="Q">A part of who, where from or what about.</param>
/// <param name="From">Not older than that.</param>
/// <param name="Until">Older than that.</param>
/// <param name="Before">Older than the line with this ID.</param>
/// <param name="Limit">At most so many lines, 1 to 1000; 100 unless given.</param>
/// <param name="Format"><c>json</c> or <c>csv</c>.</param>
internal sealed record AuditRequest(
    string? Kind = null, string? Q = null, DateTimeOffset? From = null, DateTimeOffset? Until = null, long? Before = null, int? Limit = null, string? Format = null);
