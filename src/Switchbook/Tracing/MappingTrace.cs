using System.Collections.Immutable;
using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.Mapping;
using Switchbook.Numbers;
using Switchbook.PhoneDirectory;

namespace Switchbook.Tracing;

/// <summary>Tells what a link's rules make of one person, with the very rules that a run uses.</summary>
internal static class MappingTrace
{
    /// <summary>A step for each rule of who is in.</summary>
    public static IEnumerable<TraceStep> Audience(Link link, Person person, IReadOnlySet<string> outsiders) =>
        new AudienceRules(link.Audience, link.Rules.Properties, outsiders).Judge(person).Select(verdict => new TraceStep(
            $"filter {verdict.Property}",
            verdict.IsOut ? TraceVerdict.Stopped : TraceVerdict.Passed,
            verdict.Values,
            [],
            verdict.IsOut ? $"{Words(verdict.Reason)}." : "It keeps the person in."));

    /// <summary>The name, each number field, and what is left.</summary>
    /// <param name="region">In which numbers without a country code are read.</param>
    public static IEnumerable<TraceStep> Fields(Link link, Person person, NumberRegion region)
    {
        var everyone = new ContentRules(link.Mapping, new() { EnabledOnly = false, Guests = true });
        var mapped = new PersonMapper(everyone, ImmutableHashSet<string>.Empty).Map(person);
        var name = Values(link, person, link.Mapping.NameField);
        yield return mapped.Skipped == SkipReason.NoName
            ? new($"name {link.Mapping.NameField}", TraceVerdict.Stopped, name, [], "The name field is empty.")
            : new($"name {link.Mapping.NameField}", TraceVerdict.Passed, name, [mapped.Person.Name], "This is the name.");

        var numbers = mapped.Person.Numbers;
        var told = new HashSet<(string, string)>();
        foreach (var field in link.Mapping.NumberFields)
        {
            yield return Field(field, Values(link, person, field.Property), numbers, told, region);
        }

        yield return numbers.IsEmpty
            ? new("entries", TraceVerdict.Stopped, [], [], mapped.Skipped == SkipReason.NoName ? "Without a name there is no entry." : "No field holds a number, so there is no entry.")
            : new("entries", TraceVerdict.Passed, [], [.. numbers.Select(Line)], $"{numbers.Length} {(numbers.Length == 1 ? "entry" : "entries")}.");
    }

    public static string Line(DirectoryNumber number) => $"{number.Name} {number.Number}";

    private static TraceStep Field(
        NumberField field, ImmutableArray<string> raw, ImmutableArray<DirectoryNumber> numbers, HashSet<(string, string)> told, NumberRegion region)
    {
        var verdicts = raw.Select(value => Number(field, value.Trim(), numbers, told, region)).ToList();
        ImmutableArray<string> final = [.. verdicts.Select(verdict => verdict.Final).OfType<string>()];
        var detail = raw.IsEmpty ? "The field is empty." : string.Join(" ", verdicts.Select(verdict => verdict.Detail).Distinct(StringComparer.Ordinal));
        return new($"number {field}", final.IsEmpty ? TraceVerdict.Empty : TraceVerdict.Passed, raw, final, detail);
    }

    private static (string? Final, string Detail) Number(
        NumberField field, string value, ImmutableArray<DirectoryNumber> numbers, HashSet<(string, string)> told, NumberRegion region)
    {
        if (!PersonMapper.IsUsable(value))
        {
            return (null, $"'{value}' is not a number.");
        }

        // The mapper took the first of each name and number; whoever comes with the same again was left out by it.
        var taken = numbers.FirstOrDefault(number =>
            number.Kind == field.Property && number.Number == value && (field.Suffix is null || number.Name.EndsWith($" {field.Suffix}", StringComparison.Ordinal)));
        if (taken == default || !told.Add((taken.Name, taken.Number)))
        {
            return (null, $"'{value}' gives no further entry: the person has it already, or has no name.");
        }

        var reading = NumberReader.Read(value, region);
        var read = reading.IsInternational ? $"+{reading.Number}" : $"{reading.Number}";
        var extension = reading.Extension.IsEmpty ? "" : $" extension {reading.Extension}";
        return (Line(taken), $"It is found as {read}{extension}.");
    }

    private static ImmutableArray<string> Values(Link link, Person person, string property) =>
        person.Values[link.Rules.Properties.IndexOf(property)];

    private static string Words(SkipReason reason) => reason switch
    {
        SkipReason.Disabled => "The account is disabled",
        SkipReason.Guest => "The person is a guest",
        SkipReason.Hidden => "The person is hidden from address lists",
        SkipReason.NoTeamsPlan => "The person has no Teams plan that works",
        SkipReason.ExcludedPerson => "The person is excluded by name",
        SkipReason.ExcludedGroup => "The person is in an excluded group",
        _ => "The value is none that the link wants",
    };
}
