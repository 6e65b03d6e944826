namespace Switchbook.Storage;

/// <summary>One ended run of one link, with its counts and reasons.</summary>
internal sealed class RunRow
{
    public long Id { get; set; }

    public int LinkId { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset FinishedAt { get; set; }

    /// <summary><c>succeeded</c>, <c>failed</c> or <c>held</c>.</summary>
    public required string Outcome { get; set; }

    /// <summary>The run's report as JSON.</summary>
    public required string Report { get; set; }
}
