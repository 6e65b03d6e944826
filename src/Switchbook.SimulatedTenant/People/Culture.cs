namespace Switchbook.SimulatedTenant.People;

/// <summary>The names that people of one language bear, and the country whose numbers they have.</summary>
internal sealed class Culture(string language, string country, string givenNames, string surnames)
{
    /// <summary>As in <c>preferredLanguage</c>: <c>en-GB</c>.</summary>
    public string Language { get; } = language;

    /// <summary>ISO 3166 code.</summary>
    public string Country { get; } = country;

    public PersonName[] GivenNames { get; } = Parse(givenNames);

    public PersonName[] Surnames { get; } = Parse(surnames);

    /// <summary>Whether the display name begins with the surname.</summary>
    public bool SurnameFirst { get; init; }

    /// <summary>What stands between the two parts of the display name.</summary>
    public string Separator { get; init; } = " ";

    private static PersonName[] Parse(string names) =>
        [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PersonName.Parse)];
}
