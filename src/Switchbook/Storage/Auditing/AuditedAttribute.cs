namespace Switchbook.Storage.Auditing;

/// <summary>Marks rows whose every addition, change and removal leaves a line in the audit record.</summary>
/// <param name="subject">What a row is, the first word of <see cref="AuditRow.Kind"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AuditedAttribute(string subject) : Attribute
{
    public string Subject { get; } = subject;
}
