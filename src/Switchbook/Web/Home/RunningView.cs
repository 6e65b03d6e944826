namespace Switchbook.Web.Home;

/// <summary>How far the run under way has come.</summary>
/// <param name="People">People read so far.</param>
/// <param name="Pages">Pages read so far.</param>
/// <param name="Percent">Of the people that the last good run read, 99 at most; null when there was none.</param>
/// <param name="WaitingUntil">When the wait that the service asked for ends; null when none is going on.</param>
public sealed record RunningView(int People, int Pages, int? Percent, DateTimeOffset? WaitingUntil);
