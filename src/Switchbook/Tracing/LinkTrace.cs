using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.Mapping;
using Switchbook.Numbers;
using Switchbook.Problems;
using Switchbook.Synchronization;

namespace Switchbook.Tracing;

/// <summary>
/// Follows one person on the way from Entra ID to the phones: asks Graph now, applies the link's rules, and looks at what is
/// served. Changes nothing.
/// </summary>
internal sealed class LinkTrace(PersonFinder finder, ScopeTrace scope, LinkCredentials credentials, DirectoryLoader loader)
{
    /// <param name="link">The link that is to bring the person in.</param>
    /// <param name="asked">An object ID, a user principal name, a mail address, or a name or its beginning.</param>
    /// <exception cref="ProblemException">Several people may be meant, or Graph does not tell.</exception>
    public async Task<PersonTrace> TraceAsync(Link link, string asked, CancellationToken cancellationToken)
    {
        var connection = credentials.Open(link);
        var properties = new PropertySelection([.. link.Rules.Properties.Paths, FieldMapping.DefaultNameField, PersonFinder.PrincipalName]);
        if (await finder.FindAsync(connection, asked, properties, cancellationToken) is not { } person)
        {
            return PersonTrace.Of(link.Name, asked, null, [new("found", TraceVerdict.Stopped, [asked], [], "Microsoft Entra ID has nobody like this.")]);
        }

        string?[] names = [First(person, FieldMapping.DefaultNameField), First(person, PersonFinder.PrincipalName), person.Id];
        var steps = new List<TraceStep>
        {
            new("found", TraceVerdict.Passed, [asked], [.. names.OfType<string>()], "Microsoft Entra ID has this person."),
            await scope.GroupAsync(connection, link, person.Id, cancellationToken),
        };
        if (link.Audience.Filter.Length > 0)
        {
            steps.Add(await scope.FilterAsync(connection, link, person.Id, cancellationToken));
        }

        var latest = await loader.LoadLatestAsync(cancellationToken);
        var served = await loader.LoadAsync(cancellationToken);
        var outsiders = await scope.OutsidersAsync(connection, link, person.Id, cancellationToken);
        steps.AddRange(MappingTrace.Audience(link, person, outsiders));
        steps.AddRange(MappingTrace.Fields(link, person, NumberRegion.Find(link.Region) ?? latest.DefaultRegion));
        steps.AddRange(ServedTrace.Steps(served, latest, link, person.Id));
        return PersonTrace.Of(link.Name, asked, person.Id, steps);

        string? First(Person from, string property) => from.Values[properties.IndexOf(property)].FirstOrDefault();
    }
}
