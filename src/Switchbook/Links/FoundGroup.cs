namespace Switchbook.Links;

/// <summary>A group of the tenant, found by its name.</summary>
internal sealed record FoundGroup(string Id, string Name);
