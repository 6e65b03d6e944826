using System.ComponentModel.DataAnnotations;
using Switchbook.Storage.Auditing;

namespace Switchbook.Audit;

/// <summary>How long the audit record is kept, and where else it goes: the section <c>Audit</c>.</summary>
internal sealed class AuditOptions : IValidatableObject
{
    public const string Section = "Audit";

    /// <summary>For how many days lines are kept, 30 to 3650; 365 unless set.</summary>
    [Range(AuditTable.LeastDays, 3650)]
    public int Days { get; set; } = 365;

    /// <summary>The syslog server that gets each line, such as <c>udp://192.0.2.9:514</c> or <c>tcp://logs.example.com:601</c>; none unless set.</summary>
    public string? Syslog { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(Syslog)
            && !(Uri.TryCreate(Syslog, UriKind.Absolute, out var address) && address is { Scheme: "udp" or "tcp", Port: > 0, Host.Length: > 0 }))
        {
            yield return new($"Audit:Syslog is '{Syslog}', which is no address such as udp://192.0.2.9:514 or tcp://logs.example.com:601.", [nameof(Syslog)]);
        }
    }
}
