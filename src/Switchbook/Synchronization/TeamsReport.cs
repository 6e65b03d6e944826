using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.Mapping;
using Switchbook.Numbers;
using Switchbook.Problems;

namespace Switchbook.Synchronization;

/// <summary>Compares the numbers that Teams assigned with the contact cards, which nothing keeps equal to them.</summary>
internal sealed class TeamsReport(GraphReader graph, LinkCredentials credentials)
{
    private const string CardNumbers = "businessPhones";
    private const string TeamsNumber = "teams.primary";

    /// <summary>Those of the link's people whose number differs, however each is written, by name.</summary>
    /// <exception cref="ProblemException">Not everything could be read, or Graph does not show the numbers of Teams.</exception>
    public async Task<IReadOnlyList<TeamsDifference>> ReadAsync(
        Link link, IProgress<ReadProgress>? progress, CancellationToken cancellationToken)
    {
        if (!MappingParser.TryParse(link.Mapping.NameField, $"{CardNumbers},{TeamsNumber}", out var mapping, out var unfit))
        {
            throw new ProblemException(unfit);
        }

        var users = link with { Mapping = mapping, Audience = link.Audience with { OrganizationContacts = false, MailboxContacts = "", ContactFolder = "" } };
        var region = NumberRegion.Find(link.Region) ?? NumberRegion.Fallback;
        var reading = graph.Open(credentials.Open(users), users.Request(interactive: true), progress);
        var beside = await PeopleBeside.ReadAsync(users, reading, cancellationToken);
        if (beside.Warnings is [var lacking, ..])
        {
            throw new ProblemException(lacking);
        }

        var compare = Comparison(users.Rules, beside.Outsiders, region);
        var read = await reading.ReadAllAsync(person => compare(beside.Join(person)), cancellationToken);
        return [.. read.People.OfType<TeamsDifference>().OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase).ThenBy(person => person.Person, StringComparer.Ordinal)];
    }

    private static Func<Person, TeamsDifference?> Comparison(ContentRules rules, IReadOnlySet<string> outsiders, NumberRegion region)
    {
        var properties = rules.Properties;
        var audience = new AudienceRules(rules.Audience, properties, outsiders);
        var (teams, card) = (properties.IndexOf(TeamsNumber), properties.IndexOf(CardNumbers));
        return person =>
        {
            if (audience.FirstOut(person) is not null || person.Values[teams] is not [var assigned, ..])
            {
                return null;
            }

            var number = NumberReader.Read(assigned, region).Number;
            return person.Values[card].Any(text => NumberReader.Read(text, region).Number == number)
                ? null
                : new(
                    person.Id, Text(rules.Fields.NameField), Text(PersonProperties.Mail), Text(PersonProperties.Department), assigned, person.Values[card]);

            string Text(string property) => person.Values[properties.IndexOf(property)].FirstOrDefault("").Trim();
        };
    }
}
