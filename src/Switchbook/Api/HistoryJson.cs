using Switchbook.History;

namespace Switchbook.Api;

/// <summary>The directory's versions.</summary>
/// <param name="Pinned">The version that the directory was rolled back to; null while the latest one is served.</param>
/// <param name="Versions">Newest first.</param>
internal sealed record HistoryJson(long? Pinned, IReadOnlyList<DirectoryVersion> Versions);
