using System.Globalization;
using Microsoft.Extensions.Localization;
using Switchbook.Access.Operators;
using Switchbook.Synchronization;

namespace Switchbook.Web.Shell;

/// <summary>What pages say, in the viewer's language, with numbers and times as the viewer writes them.</summary>
internal sealed class Wording(IStringLocalizer<Texts> texts, Viewer viewer)
{
    /// <param name="text">The English text, which is the key of the others.</param>
    public string this[string text] => texts[text];

    public string this[string text, params object?[] values] => string.Format(CultureInfo.CurrentCulture, texts[text].Value, values);

    /// <summary>The text for one or for many, with the number in its place.</summary>
    public string Count(long count, string one, string many) => this[count == 1 ? one : many, Number(count)];

    public static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>A day and a time in the viewer's time zone.</summary>
    public string Exact(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, viewer.Zone);
        return string.Create(CultureInfo.CurrentCulture, $"{local:d} {local:T}{(viewer.Zone.Equals(TimeZoneInfo.Utc) ? " UTC" : "")}");
    }

    public string Day(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, viewer.Zone).ToString("d", CultureInfo.CurrentCulture);

    /// <summary>Such as <c>2 minutes ago</c> or <c>in 40 minutes</c>, in the largest unit that fits, rounded down.</summary>
    public string Relative(DateTimeOffset moment, DateTimeOffset now)
    {
        var span = (moment - now).Duration();
        return (span.TotalSeconds, moment < now) switch
        {
            ( < 1, _) => this["now"],
            ( < 60, true) => Count((int)span.TotalSeconds, "{0} second ago", "{0} seconds ago"),
            ( < 60, false) => Count((int)span.TotalSeconds, "in {0} second", "in {0} seconds"),
            ( < 3600, true) => Count((int)span.TotalMinutes, "{0} minute ago", "{0} minutes ago"),
            ( < 3600, false) => Count((int)span.TotalMinutes, "in {0} minute", "in {0} minutes"),
            ( < 172_800, true) => Count((int)span.TotalHours, "{0} hour ago", "{0} hours ago"),
            ( < 172_800, false) => Count((int)span.TotalHours, "in {0} hour", "in {0} hours"),
            (_, true) => Count((int)span.TotalDays, "{0} day ago", "{0} days ago"),
            _ => Count((int)span.TotalDays, "in {0} day", "in {0} days"),
        };
    }

    /// <summary>The largest unit that fits, rounded down: <c>59 seconds</c>, <c>1 hour</c>, <c>3 days</c>.</summary>
    public string Span(TimeSpan span) => span.TotalSeconds switch
    {
        < 60 => Count((int)span.TotalSeconds, "{0} second", "{0} seconds"),
        < 3600 => Count((int)span.TotalMinutes, "{0} minute", "{0} minutes"),
        < 172_800 => Count((int)span.TotalHours, "{0} hour", "{0} hours"),
        _ => Count((int)span.TotalDays, "{0} day", "{0} days"),
    };

    /// <summary>A short time: <c>12 ms</c>, <c>3.4 s</c>, or as <see cref="Span"/> says it.</summary>
    public string Short(TimeSpan span) => span.TotalSeconds switch
    {
        < 1 => string.Create(CultureInfo.CurrentCulture, $"{span.TotalMilliseconds:0} ms"),
        < 60 => string.Create(CultureInfo.CurrentCulture, $"{span.TotalSeconds:0.0} s"),
        _ => Span(span),
    };

    /// <summary>A mapped property in words; properties that are mapped seldom keep their name.</summary>
    public string Kind(string property) => property switch
    {
        "businessPhones" => this["Business"],
        "mobilePhone" => this["Mobile"],
        "homePhone" => this["Home"],
        "faxNumber" => this["Fax"],
        "manual" => this["Manual"],
        _ => property,
    };

    public string Role(OperatorRole role) => role switch
    {
        OperatorRole.Administrator => this["Administrator"],
        OperatorRole.Operator => this["Operator"],
        _ => this["Viewer"],
    };

    /// <summary>How a run ended, in the words of the origin.</summary>
    public string Outcome(RunOutcome outcome, int overLimit) => (outcome, overLimit) switch
    {
        (RunOutcome.Failed, _) => this["Failed"],
        (RunOutcome.Held, _) => this["Held"],
        (_, > 0) => this["Succeeded with overflow"],
        _ => this["Succeeded"],
    };

    public string Changes(int added, int changed, int removed)
    {
        (int Count, string Words)[] all =
            [(added, this["{0} added", Number(added)]), (changed, this["{0} changed", Number(changed)]), (removed, this["{0} removed", Number(removed)])];
        return all.Any(change => change.Count > 0)
            ? string.Join(", ", all.Where(change => change.Count > 0).Select(change => change.Words))
            : this["No changes"];
    }

    /// <summary>How many people gave no entry, and why.</summary>
    public string Skipped(string reason, int count) => reason switch
    {
        "disabled" => this["{0} disabled", Number(count)],
        "guest" => this["{0} guests", Number(count)],
        "hidden" => this["{0} hidden from address lists", Number(count)],
        "noTeamsPlan" => this["{0} without a Teams plan", Number(count)],
        "otherDepartment" => this["{0} of another department", Number(count)],
        "otherCompany" => this["{0} of another company", Number(count)],
        "otherOffice" => this["{0} of another office", Number(count)],
        "otherAttribute" => this["{0} with another attribute", Number(count)],
        "excludedPerson" => this["{0} excluded by name", Number(count)],
        "excludedGroup" => this["{0} of an excluded group", Number(count)],
        "noName" => this["{0} without a name", Number(count)],
        "noNumber" => this["{0} without a number", Number(count)],
        "noUsableNumber" => this["{0} without a usable number", Number(count)],
        _ => $"{Number(count)} {reason}",
    };

    /// <summary>A link's name, or the word for entries made by hand.</summary>
    public string Source(string source) => source == "manual" ? this["Manual"] : source;
}
