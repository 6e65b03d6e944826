using System.ComponentModel.DataAnnotations;

namespace Switchbook.Synchronization;

/// <summary>How runs read (section <c>Synchronization</c>).</summary>
internal sealed class SyncOptions
{
    /// <summary>
    /// How often everyone is read although the changes could be followed, to prove them right; 0 for in each run, up to 30
    /// days, default a day.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan FullEvery { get; set; } = TimeSpan.FromDays(1);
}
