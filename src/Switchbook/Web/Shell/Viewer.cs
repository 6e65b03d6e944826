namespace Switchbook.Web.Shell;

/// <summary>Who looks at one window: the time zone in which times are told there.</summary>
internal sealed class Viewer
{
    /// <summary>That of the browser once it is known; UTC until then, and where this computer does not know it.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <param name="name">As browsers name it, such as <c>Europe/Berlin</c>.</param>
    public void IsIn(string name) =>
        Zone = TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
