namespace Switchbook.Storage.Auditing;

/// <summary>Marks a value of which the audit record says that it changed, and no more.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretAttribute : Attribute;
