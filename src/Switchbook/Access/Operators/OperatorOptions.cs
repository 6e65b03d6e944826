using System.ComponentModel.DataAnnotations;

namespace Switchbook.Access.Operators;

/// <summary>How long people stay signed in (section <c>Operators</c>).</summary>
internal sealed class OperatorOptions
{
    /// <summary>How long somebody may do nothing before signing in again is asked for; 1 minute to a day, default an hour.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a session lasts at most, whatever is done in it; 5 minutes to 30 days, default 12 hours.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan SessionLength { get; set; } = TimeSpan.FromHours(12);
}
