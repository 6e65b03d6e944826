namespace Switchbook.Storage.Auditing;

/// <summary>Marks a value that follows from others or that the program keeps for itself: the audit record leaves it out.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UpkeepAttribute : Attribute;
