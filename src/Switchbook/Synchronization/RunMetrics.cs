using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Switchbook.Synchronization;

/// <summary>What the server's runs come to, under the meter <c>Switchbook.Synchronization</c>, link by link.</summary>
internal sealed class RunMetrics : IDisposable
{
    public const string MeterName = "Switchbook.Synchronization";

    private readonly ConcurrentDictionary<string, RunOutcome> _last = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ends = new(StringComparer.OrdinalIgnoreCase);
    private readonly Meter _meter;
    private readonly Histogram<double> _duration;
    private readonly Counter<double> _throttled;
    private readonly Counter<long> _requests;

    public RunMetrics(IMeterFactory meters, TimeProvider time)
    {
        _meter = meters.Create(MeterName);
        _duration = _meter.CreateHistogram<double>("switchbook.run.duration", "s", "How long runs took, by link, mode and outcome.");
        _throttled = _meter.CreateCounter<double>("switchbook.run.throttled", "s", "Time that runs waited because Microsoft asked for it.");
        _requests = _meter.CreateCounter<long>("switchbook.run.requests", "{request}", "Requests that runs sent to Microsoft Graph.");
        _meter.CreateObservableGauge(
            "switchbook.link.held", () => Last(RunOutcome.Held), "{link}", "1 while a guard holds the link's last run.");
        _meter.CreateObservableGauge(
            "switchbook.link.failing", () => Last(RunOutcome.Failed), "{link}", "1 while the link's last run failed.");
        _meter.CreateObservableGauge(
            "switchbook.link.credential.left",
            () => _ends.Select(link => new Measurement<double>((link.Value - time.GetUtcNow()).TotalSeconds, Tag(link.Key))),
            "s",
            "Time until the secret or certificate ends that the link signs in with, where it is known.");
    }

    /// <param name="credentialEnds">When what the link signs in with ends; null when nobody knows.</param>
    public void Ended(RunReport report, DateTimeOffset? credentialEnds)
    {
        var link = Tag(report.Link);
        _last[report.Link] = report.Outcome;
        if (credentialEnds is { } ends)
        {
            _ends[report.Link] = ends;
        }
        else
        {
            _ends.TryRemove(report.Link, out _);
        }

        _throttled.Add(report.ThrottledSeconds, link);
        _requests.Add(report.Requests, link);
        _duration.Record(
            report.DurationSeconds,
            new TagList { link, { "mode", RunJson.Name(report.Mode) }, { "outcome", RunJson.Name(report.Outcome) } });
    }

    /// <summary>Forgets a link that was removed or renamed.</summary>
    public void Forget(string link)
    {
        _last.TryRemove(link, out _);
        _ends.TryRemove(link, out _);
    }

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<int>> Last(RunOutcome outcome) =>
        _last.Select(link => new Measurement<int>(link.Value == outcome ? 1 : 0, Tag(link.Key)));

    private static KeyValuePair<string, object?> Tag(string link) => new("link", link);
}
