using System.Text.RegularExpressions;
using System.Xml.Linq;
using Switchbook.Tests.Architecture;

namespace Switchbook.Tests.Web;

/// <summary>The English texts stand in the pages and are the keys of the German ones; both lists must agree.</summary>
public sealed partial class TextsTests
{
    private static readonly Dictionary<string, string> German = XDocument
        .Load(Path.Combine(Repository.Product, "Web", "Texts.de.resx"))
        .Descendants("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static readonly HashSet<string> Said =
    [
        .. Repository.Sources("src", "Switchbook", "Web").Select(Repository.Read)
            .SelectMany(source => Single().Matches(source).Concat(Counted().Matches(source)))
            .SelectMany(match => match.Groups["text"].Captures)
            .Select(capture => Regex.Unescape(capture.Value)),
    ];

    [Fact]
    public void Every_text_of_the_pages_is_there_in_German() => Rule.Holds(Said.Except(German.Keys, StringComparer.Ordinal));

    [Fact]
    public void No_German_text_has_lost_its_place() => Rule.Holds(German.Keys.Except(Said, StringComparer.Ordinal));

    /// <summary>Resource files do not tell capitals from small letters.</summary>
    [Fact]
    public void No_two_texts_differ_in_capitals_alone() => Rule.Holds(
        German.Keys.GroupBy(text => text, StringComparer.OrdinalIgnoreCase).Where(same => same.Skip(1).Any()).Select(same => same.Key));

    [Fact]
    public void A_German_text_has_the_places_of_the_English_one_for_values() => Rule.Holds(
        from pair in German
        where !Places(pair.Key).SetEquals(Places(pair.Value))
        select pair.Key);

    /// <summary>Guards the rules above: what finds nothing would break none of them.</summary>
    [Fact]
    public void Texts_are_seen_in_pages_and_in_code()
    {
        Assert.Contains("Synchronize now", Said);
        Assert.Contains("{0} hours ago", Said);
        Assert.Contains("{0} needs attention.", Said);
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("""\b(T|words|this)\["(?<text>([^"\\]|\\.)*)"(, |\])""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Single();

    [GeneratedRegex("""\bCount\([^"\n]*"(?<text>([^"\\]|\\.)*)", "(?<text>([^"\\]|\\.)*)"\)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex("""\{\d\}""", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
