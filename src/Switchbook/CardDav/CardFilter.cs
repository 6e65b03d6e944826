using System.Xml.Linq;
using Switchbook.VCards;
using static Switchbook.CardDav.DavNames;

namespace Switchbook.CardDav;

/// <summary>Which cards a query wants (RFC 6352, section 10.5). A query without a filter wants all.</summary>
internal sealed class CardFilter(XElement? filter)
{
    public bool Matches(IReadOnlyList<CardProperty> card)
    {
        var tests = filter?.Elements(Card + "prop-filter").ToList() ?? [];
        return tests.Count == 0 || Combine(filter!, tests.Select(test => MatchesProperty(test, card)));
    }

    private static bool MatchesProperty(XElement test, IReadOnlyList<CardProperty> card)
    {
        var name = test.Attribute("name")?.Value ?? "";
        var properties = card.Where(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (test.Element(Card + "is-not-defined") is not null)
        {
            return properties.Count == 0;
        }

        var parts = test.Elements().Where(part => part.Name == Card + "text-match" || part.Name == Card + "param-filter").ToList();
        return parts.Count == 0
            ? properties.Count > 0
            : properties.Exists(property => Combine(test, parts.Select(part => part.Name == Card + "text-match"
                ? MatchesText(part, Plain(property.Value))
                : MatchesParameter(part, property))));
    }

    private static bool MatchesParameter(XElement test, CardProperty property)
    {
        var name = $"{test.Attribute("name")?.Value}=";
        var parameter = property.Parameters.Split(';').FirstOrDefault(part => part.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return test.Element(Card + "is-not-defined") is not null ? parameter is null
            : parameter is not null && (test.Element(Card + "text-match") is not { } text || MatchesText(text, parameter[name.Length..]));
    }

    /// <summary>Case never counts: both collations that clients must be able to ask for are like that (section 8.3).</summary>
    private static bool MatchesText(XElement test, string value)
    {
        var isMatch = (test.Attribute("match-type")?.Value ?? "contains") switch
        {
            "equals" => value.Equals(test.Value, StringComparison.OrdinalIgnoreCase),
            "starts-with" => value.StartsWith(test.Value, StringComparison.OrdinalIgnoreCase),
            "ends-with" => value.EndsWith(test.Value, StringComparison.OrdinalIgnoreCase),
            _ => value.Contains(test.Value, StringComparison.OrdinalIgnoreCase),
        };
        return isMatch != (test.Attribute("negate-condition")?.Value == "yes");
    }

    private static bool Combine(XElement holder, IEnumerable<bool> tests) =>
        holder.Attribute("test")?.Value == "allof" ? tests.All(test => test) : tests.Any(test => test);

    private static string Plain(string value) => value
        .Replace("\\,", ",", StringComparison.Ordinal)
        .Replace("\\;", ";", StringComparison.Ordinal)
        .Replace("\\\\", "\\", StringComparison.Ordinal);
}
