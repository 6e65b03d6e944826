using System.Collections.Immutable;
using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.Problems;

namespace Switchbook.Synchronization;

/// <summary>What a run reads beside a link's users: who stays out, what Teams knows of them, and contacts.</summary>
internal sealed class PeopleBeside
{
    /// <summary>What Graph answers where it does not show the numbers of Teams: without the permission, and in other clouds than the global one.</summary>
    private static readonly string[] WithoutTeams =
        [GraphProblems.PermissionDenied.Code, GraphProblems.NotFound.Code, GraphProblems.BadRequest.Code];

    private readonly Link _link;
    private readonly PeopleReading _reading;
    private readonly HashSet<string> _outsiders = new(StringComparer.OrdinalIgnoreCase);
    private readonly TeamsNumbers _teams;

    private PeopleBeside(Link link, PeopleReading reading)
    {
        _link = link;
        _reading = reading;
        _teams = new(link.Rules.Properties);
    }

    /// <summary>The object IDs of the members of the excluded groups.</summary>
    public IReadOnlySet<string> Outsiders => _outsiders;

    /// <summary>What the read went without.</summary>
    public ImmutableArray<Problem> Warnings { get; private set; } = [];

    /// <summary>Reads what has to be known before the first user is mapped.</summary>
    /// <exception cref="ProblemException">
    /// Not everything could be read. Whoever cannot be read cannot be kept out; numbers that fail to come must not vanish.
    /// </exception>
    public static async Task<PeopleBeside> ReadAsync(Link link, PeopleReading reading, CancellationToken cancellationToken)
    {
        var beside = new PeopleBeside(link, reading);
        foreach (var scope in link.Beside)
        {
            if (scope is ReadScope.Group)
            {
                var members = await reading.Of(scope, new([])).ReadAllAsync(person => person.Id, cancellationToken);
                beside._outsiders.UnionWith(members.People);
            }
            else if (scope is ReadScope.Teams)
            {
                await beside.ReadTeamsAsync(scope, cancellationToken);
            }
        }

        return beside;
    }

    /// <summary>A user with what Teams knows.</summary>
    public Person Join(Person user) => _teams.Join(user);

    /// <summary>Reads the contacts that are people of the link too, each as if it were a user.</summary>
    /// <exception cref="ProblemException">Not everything could be read.</exception>
    public async Task<IEnumerable<T>> ReadContactsAsync<T>(Func<Person, T> map, CancellationToken cancellationToken)
    {
        var contacts = new List<T>();
        foreach (var scope in _link.Beside.Where(scope => scope.IsOfContacts))
        {
            var contact = new ContactReading(scope, _link.ContactRules.Properties);
            var read = await _reading.Of(scope, contact.Properties).ReadAllAsync(person => map(contact.Translate(person)), cancellationToken);
            contacts.AddRange(read.People);
        }

        return contacts;
    }

    private async Task ReadTeamsAsync(ReadScope scope, CancellationToken cancellationToken)
    {
        try
        {
            var read = await _reading.Of(scope, TeamsNumbers.Configuration).ReadAllAsync(configuration => configuration, cancellationToken);
            _teams.Add(read.People);
        }
        catch (ProblemException lacking) when (WithoutTeams.Contains(lacking.Problem.Code))
        {
            Warnings = [SyncProblems.WithoutTeams.With(lacking.Problem.Message, lacking.Problem.Action)];
        }
    }
}
