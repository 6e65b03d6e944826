namespace Switchbook.Api;

/// <summary>The version to serve until it is released.</summary>
internal sealed record PinDraft(long Version);
