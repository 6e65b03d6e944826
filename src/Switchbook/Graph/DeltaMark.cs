namespace Switchbook.Graph;

/// <summary>Where tracking of a scope's changes stands, as Graph wrote it; tokens in it live seven days.</summary>
/// <param name="People">The delta link of the users.</param>
/// <param name="Members">The delta link of the group's direct members; null for a tenant.</param>
internal sealed record DeltaMark(string People, string? Members = null);
