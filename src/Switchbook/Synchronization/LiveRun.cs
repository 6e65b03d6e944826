using Switchbook.Graph;

namespace Switchbook.Synchronization;

/// <summary>A run under way in this process.</summary>
/// <param name="Progress">Null until the first page is in.</param>
internal sealed record LiveRun(DateTimeOffset StartedAt, ReadProgress? Progress);
