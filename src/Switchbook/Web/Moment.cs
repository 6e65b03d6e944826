using System.Globalization;

namespace Switchbook.Web;

/// <summary>Times in the words that people use for them.</summary>
internal static class Moment
{
    /// <summary>Such as <c>2 minutes ago</c> or <c>in 40 minutes</c>.</summary>
    public static string Relative(DateTimeOffset moment, DateTimeOffset now)
    {
        var span = moment - now;
        var words = Span(span.Duration());
        return span.Duration() < TimeSpan.FromSeconds(1) ? "now" : span < TimeSpan.Zero ? $"{words} ago" : $"in {words}";
    }

    /// <summary>The largest unit that fits, rounded down: <c>59 seconds</c>, <c>1 hour</c>, <c>3 days</c>.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 60 } => Count((int)span.TotalSeconds, "second"),
        { TotalMinutes: < 60 } => Count((int)span.TotalMinutes, "minute"),
        { TotalHours: < 48 } => Count((int)span.TotalHours, "hour"),
        _ => Count((int)span.TotalDays, "day"),
    };

    /// <summary>The exact time for a tooltip and for machines.</summary>
    public static string Exact(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Count(int count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
}
