using System.Diagnostics.Metrics;

namespace Switchbook.ChangeNotifications;

/// <summary>How many notifications came and what they were, under the meter <c>Switchbook.ChangeNotifications</c>.</summary>
internal sealed class NotificationMetrics : IDisposable
{
    public const string MeterName = "Switchbook.ChangeNotifications";

    private readonly Meter _meter;
    private readonly Counter<long> _notifications;

    public NotificationMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _notifications = _meter.CreateCounter<long>(
            "switchbook.notifications", "{notification}", "Notifications of changes that came: accepted, forged, unknown, malformed.");
    }

    public void Count(NotificationResult result) =>
        _notifications.Add(1, new KeyValuePair<string, object?>("result", result.ToString().ToLowerInvariant()));

    public void Dispose() => _meter.Dispose();
}
