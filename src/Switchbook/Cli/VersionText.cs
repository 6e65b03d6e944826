using System.Globalization;
using Switchbook.History;
using Switchbook.Storage;

namespace Switchbook.Cli;

/// <summary>Versions of the directory in words.</summary>
internal static class VersionText
{
    public static string What(DirectoryVersion version) => version.Cause switch
    {
        VersionCause.Run => $"run of {version.Subject}",
        VersionCause.EntryAdded => $"added by hand: {version.Subject}",
        VersionCause.EntryChanged => $"changed by hand: {version.Subject}",
        VersionCause.EntryRemoved => $"removed by hand: {version.Subject}",
        VersionCause.LinkChanged => $"link changed: {version.Subject}",
        VersionCause.LinkRemoved => $"link removed: {version.Subject}",
        _ => $"precedence: {version.Subject}",
    };

    /// <summary>In the time zone of whoever asks.</summary>
    public static string Time(DateTimeOffset time) => time.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Warns that what is written now is not what phones see.</summary>
    public static void SayPin(long? pinned)
    {
        if (pinned is { } version)
        {
            Output.Say($"The directory is rolled back to version {version}; phones see later changes after 'switchbook directory release'.");
        }
    }
}
