using System.Text.Json.Nodes;
using Switchbook.Storage.Auditing;

namespace Switchbook.Audit;

/// <summary>One line of the audit record as it is told.</summary>
/// <param name="Kind">What happened, as <c>subject.verb</c>.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Address">Where from; null for what did not come over the network.</param>
/// <param name="Subject">Name of what it is about.</param>
/// <param name="Details">For a change each setting with <c>before</c> and <c>after</c>; null for none.</param>
internal sealed record AuditLine(long Id, DateTimeOffset At, string Kind, string Actor, string? Address, string Subject, JsonNode? Details)
{
    public static AuditLine Of(AuditRow row) =>
        new(row.Id, row.At, row.Kind, row.Actor, row.Address, row.Subject, row.Details is null ? null : JsonNode.Parse(row.Details));
}
