using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.Mapping;
using Switchbook.Problems;

namespace Switchbook.Synchronization;

/// <summary>
/// Reads one link for one run and compares it with what stands: the changes alone where they can be followed, else everyone.
/// </summary>
internal sealed class LinkReader(DirectoryStore store, IOptions<SyncOptions> options, TimeProvider time)
{
    /// <summary>How many who went from a group are remembered: more than are deleted and restored within a day.</summary>
    private const int MostGone = 1000;

    /// <exception cref="ProblemException">Not everything could be read, or it cannot be right.</exception>
    public async Task<LinkRead> ReadAsync(Link link, PeopleReading reading, RunRequest request, CancellationToken cancellationToken)
    {
        var beside = await PeopleBeside.ReadAsync(link, reading, cancellationToken);
        var map = Mapping(link.Rules, beside);
        var turn = new Turn(link, reading, person => map(beside.Join(person)))
        {
            Beside = beside,
            Before = await store.StateOfAsync(link.Id, cancellationToken),
        };
        var reason = Reason(turn, request);
        var changes = CanFollow(turn, request)
            ? await reading.ReadChangesAsync(turn.Before!.Mark!, turn.Map, cancellationToken)
            : null;
        reason = (reason, changes) switch
        {
            (null, null) => FullReason.DeltaLost,
            (null, { MembersChanged: true }) => FullReason.MembersChanged,
            (null, { } told) when turn.Before!.Gone.Any(told.People.ContainsKey) => FullReason.MembersChanged,
            _ => reason,
        };
        return reason is { } full
            ? await EveryoneAsync(turn, changes, full, request, cancellationToken)
            : await ChangesAsync(turn, changes!, cancellationToken);
    }

    private static Func<Person, ReadPerson> Mapping(ContentRules rules, PeopleBeside beside)
    {
        var mapper = new PersonMapper(rules, beside.Outsiders);
        return person => ReadPerson.Of(mapper.Map(person));
    }

    /// <summary>Why everyone must be read; null when the changes will do.</summary>
    private FullReason? Reason(Turn turn, RunRequest request)
    {
        var full = options.Value.FullEvery;
        return turn.Before switch
        {
            null => FullReason.First,
            { } before when before.Rules != turn.Rules => FullReason.RulesChanged,
            { } before when before.Subject != turn.Reading.Subject => FullReason.ScopeChanged,
            _ when request.Full => FullReason.Asked,
            _ when full == TimeSpan.Zero || !turn.Reading.CanTrack => FullReason.NotTracked,
            { Mark: null } => FullReason.DeltaLost,

            // A clock that was set back must not put it off.
            { } before when (time.GetUtcNow() - before.FullAt).Duration() >= full => FullReason.Due,
            _ => null,
        };
    }

    /// <summary>Whether the changes tell what should stand: also when everyone is read, to compare the one with the other.</summary>
    private static bool CanFollow(Turn turn, RunRequest request) =>
        request.Keep && turn.Before is { Mark: not null } before && before.Rules == turn.Rules && before.Subject == turn.Reading.Subject;

    private async Task<LinkRead> ChangesAsync(Turn turn, PeopleChanges<ReadPerson> changes, CancellationToken cancellationToken)
    {
        var stored = await store.FindPeopleAsync(turn.Link.Id, [.. changes.People.Keys, .. changes.Removed], cancellationToken);

        // Everyone of the tenant is told; of a group's people, those count who are its members.
        var told = changes.People
            .Where(pair => turn.Link.Scope is ReadScope.Tenant || stored.ContainsKey(pair.Key))
            .Select(pair => KeyValuePair.Create(pair.Key, (ReadPerson?)pair.Value))
            .Concat(changes.Removed.Select(id => KeyValuePair.Create(id, (ReadPerson?)null)));
        var plan = SyncPlan.OfChanges(turn.Before!.Tally, stored, told);
        var after = turn.Before with { Mark = changes.Next, Tally = plan.After, Gone = GoneAfter(turn, plan, changes) };
        return new(plan, after, Reason: null, Missed: null);
    }

    private async Task<LinkRead> EveryoneAsync(
        Turn turn, PeopleChanges<ReadPerson>? changes, FullReason reason, RunRequest request, CancellationToken cancellationToken)
    {
        // The mark is older than the read, so that nothing falls between: what changes meanwhile is told again by the next
        // run. One that holds is kept for the same reason: the index behind a whole read may be behind the changes.
        var followed = changes is { MembersChanged: false };
        var mark = followed ? turn.Before!.Mark
            : request.Keep && options.Value.FullEvery > TimeSpan.Zero ? await turn.Reading.MarkAsync(cancellationToken)
            : null;
        var (everyone, groupGone) = await EveryoneAsync(turn, cancellationToken);
        var map = Mapping(turn.Link.ContactRules, turn.Beside);
        var contacts = await turn.Beside.ReadContactsAsync(contact => KeyValuePair.Create(contact.Id, map(contact)), cancellationToken);
        var plan = await SyncPlan.CompareAsync(
            turn.Before?.Tally ?? LinkTally.Nobody,
            store.PeopleOfAsync(turn.Link.Id, cancellationToken),
            everyone.Concat(contacts).ToDictionary(StringComparer.Ordinal),
            cancellationToken);
        var after = new LinkState
        {
            Rules = turn.Rules,
            Subject = turn.Reading.Subject,
            Mark = mark,
            FullAt = time.GetUtcNow(),
            Tally = plan.After,
            Gone = GoneAfter(turn, plan, changes),
        };
        return new(plan, after, reason, followed ? await MissedAsync(turn, plan, changes!, cancellationToken) : null, groupGone)
        {
            Warnings = turn.Beside.Warnings,
        };
    }

    /// <summary>Whoever is told of, or comes, has been looked for in the group: they are in it or are not.</summary>
    private static ImmutableHashSet<string> GoneAfter(Turn turn, SyncPlan plan, PeopleChanges<ReadPerson>? changes)
    {
        if (turn.Link.Scope is not ReadScope.Group { DirectMembersOnly: true })
        {
            return [];
        }

        var (gone, come) = (plan.Changes.Where(change => change.After is null), plan.Changes.Where(change => change.Before is null));
        return [.. (turn.Before?.Gone ?? [])
            .Except(changes?.People.Keys ?? [])
            .Except(come.Select(change => change.PersonId))
            .Union(gone.Select(change => change.PersonId))
            .Take(MostGone)];
    }

    /// <summary>Everyone; nobody when the group is gone from which people stand, which is for the guard to judge.</summary>
    private static async Task<(IReadOnlyList<KeyValuePair<string, ReadPerson>> People, bool GroupGone)> EveryoneAsync(
        Turn turn, CancellationToken cancellationToken)
    {
        try
        {
            var read = await turn.Reading.ReadAllAsync(person => KeyValuePair.Create(person.Id, turn.Map(person)), cancellationToken);
            return (read.People, false);
        }
        catch (ProblemException gone) when (gone.Problem.Code == GraphProblems.GroupNotFound.Code && turn.Before?.Tally.Listed > 0)
        {
            return ([], true);
        }
    }

    /// <summary>How many people the changes left as they no longer are; who changed while everyone was read is not among them.</summary>
    private static async Task<int?> MissedAsync(
        Turn turn, SyncPlan plan, PeopleChanges<ReadPerson> changes, CancellationToken cancellationToken)
    {
        var wrong = plan.Changes.Where(change => !(change with { Before = Expected(change, changes) }).IsEmpty).ToList();
        if (wrong.Count == 0)
        {
            return 0;
        }

        var meanwhile = await turn.Reading.ReadChangesAsync(changes.Next, turn.Map, cancellationToken);
        return meanwhile is { MembersChanged: false } ? wrong.Count(change => !meanwhile.Tell(change.PersonId)) : null;
    }

    private static ReadPerson? Expected(PersonChange change, PeopleChanges<ReadPerson> changes) =>
        changes.People.TryGetValue(change.PersonId, out var told) ? told
        : changes.Removed.Contains(change.PersonId) ? null
        : change.Before;

    /// <summary>What belongs to one read.</summary>
    private sealed record Turn(Link Link, PeopleReading Reading, Func<Person, ReadPerson> Map)
    {
        public required PeopleBeside Beside { get; init; }

        public LinkState? Before { get; init; }

        public string Rules { get; } = Link.Rules.Fingerprint;
    }
}
