using System.Globalization;
using System.Runtime.InteropServices;
using Switchbook.Problems;

namespace Switchbook.History;

/// <summary>The time that somebody asks about: a whole day, or a moment.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="Until">Its last one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AskedTime(DateTimeOffset From, DateTimeOffset Until)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Reads a day or a time; one without an offset is of the server's time zone.</summary>
    /// <exception cref="ProblemException">It is neither.</exception>
    public static AskedTime Read(string text, TimeProvider time)
    {
        var zone = time.LocalTimeZone;
        if (DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new(At(day, zone), At(day.AddDays(1), zone).AddTicks(-1));
        }

        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment))
        {
            throw new ProblemException(HistoryProblems.DateUnreadable.With(text));
        }

        var at = moment.Kind == DateTimeKind.Utc ? new(moment) : new DateTimeOffset(moment, zone.GetUtcOffset(moment));
        return new(at, at);
    }

    private static DateTimeOffset At(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, zone.GetUtcOffset(midnight));
    }
}
