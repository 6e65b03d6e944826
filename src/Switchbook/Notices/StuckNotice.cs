namespace Switchbook.Notices;

/// <summary>A notice that was tried in vain and is tried again.</summary>
/// <param name="Target">The name of the channel that did not take it.</param>
internal sealed record StuckNotice(string Target, int Tries, DateTimeOffset NextAt);
