namespace Switchbook.Synchronization;

/// <summary>One ended run with its times.</summary>
internal sealed record StoredRun(long Id, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, RunReport Report);
