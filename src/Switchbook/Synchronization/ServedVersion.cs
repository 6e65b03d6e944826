namespace Switchbook.Synchronization;

/// <summary>Which version of the directory phones see.</summary>
/// <param name="IsPinned">Somebody went back to it, and it stays until it is released.</param>
internal readonly record struct ServedVersion(long Version, bool IsPinned);
