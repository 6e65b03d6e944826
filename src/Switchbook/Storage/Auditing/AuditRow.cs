namespace Switchbook.Storage.Auditing;

/// <summary>
/// One line of the audit record: added in the transaction of what it tells, and never changed; the database refuses that, and
/// refuses to delete it for as long as <see cref="AuditTable.LeastDays"/>.
/// </summary>
internal sealed class AuditRow
{
    public long Id { get; set; }

    /// <summary>Put in when it is saved.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What happened, as <c>subject.verb</c>: <c>link.changed</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>Who did it, as <see cref="AuditActor.Name"/>; put in when it is saved, unless it is known already.</summary>
    public string Actor { get; set; } = "";

    /// <summary>Where the request came from; null for what did not come over the network.</summary>
    public string? Address { get; set; }

    /// <summary>Name of what it is about.</summary>
    public required string Subject { get; set; }

    /// <summary>JSON: for a change each setting with <c>before</c> and <c>after</c>; never a secret. Null for none.</summary>
    public string? Details { get; set; }
}
