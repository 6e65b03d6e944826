namespace Switchbook.Graph;

/// <summary>How far a read has come.</summary>
/// <param name="Pages">Pages read whole.</param>
/// <param name="People">People on them, repeated ones too.</param>
/// <param name="Requests">Requests sent to Graph, failed ones too; sign-in is not counted.</param>
/// <param name="Throttled">Time spent waiting before trying again.</param>
/// <param name="WaitingUntil">When the wait that is going on ends; null when none is.</param>
internal sealed record ReadProgress(
    int Pages, int People, int Requests, TimeSpan Throttled, DateTimeOffset? WaitingUntil)
{
    public static readonly ReadProgress None = new(0, 0, 0, TimeSpan.Zero, null);
}
