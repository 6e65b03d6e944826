namespace Switchbook.Notices;

/// <summary>How a link does.</summary>
internal sealed record LinkHealth
{
    public required string Link { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether its latest run succeeded.</summary>
    public bool Succeeded { get; init; }

    /// <summary>When its latest two runs failed.</summary>
    public Trouble? Failing { get; init; }

    /// <summary>When a guard holds its run.</summary>
    public Trouble? Held { get; init; }

    /// <summary>When no run succeeded for several intervals.</summary>
    public Trouble? Stale { get; init; }

    public EndingCredential? Ending { get; init; }

    /// <summary>When the last run ended that succeeded; null when none did.</summary>
    public DateTimeOffset? GoodAt { get; init; }

    /// <summary>The entries that it left, which stand.</summary>
    public int Entries { get; init; }

    /// <summary>Whether what was said of its runs is over.</summary>
    public bool IsGood => Succeeded && Failing is null && Held is null && Stale is null;
}
