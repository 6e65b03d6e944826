using System.Collections.Immutable;
using Switchbook.Links;
using Switchbook.SimulatedTenant;

namespace Switchbook.Tests.Synchronization.Histories;

/// <summary>Makes up a history from a seed, chapter by chapter; the same seed always the same one.</summary>
internal sealed class HistoryAuthor(int seed)
{
    private const int LastStep = 40;

    private static readonly string[] Names = ["", "Ada Abel", "Ben Bird", "ben bird", "Cleo Crane", "Dora Dunn", "Emil Eck", "Emil Eckart", "Fay"];
    private static readonly string[] Business = ["", "+441632960001", "01632 960002;+441632960003", "none", "+441632960004;+441632960004", "+441632960005"];
    private static readonly string?[] Mobiles = [null, null, "+447700900001", "+447700900002", "n/a"];
    private static readonly string[] Mappings = [PlainLink.Business, PlainLink.BusinessAndMobile, PlainLink.BusinessAndMobile, PlainLink.MobileAndBusiness];
    private static readonly PlainScope[] Scopes = [PlainScope.Tenant, PlainScope.Tenant, PlainScope.DirectMembers, PlainScope.AllMembers];

    /// <summary>Those that strike a run at all, and end without a real wait.</summary>
    private static readonly FaultDescription[] Faults =
        [.. FaultCatalogue.All.Where(fault => fault.Target != FaultTarget.SignIn && fault.Name is not ("slow" or "stall"))];

    private readonly Random _random = new(seed);

    public int Chapters => field > 0 ? field : field = _random.Next(2, 5);

    /// <summary>The limit of entries; mostly far away.</summary>
    public int Limit() => Chance(0.8) ? 1000 : _random.Next(1, 20);

    public LinkGuards Guards() => Pick<LinkGuards>(new(), new() { FewEntries = 2 }, new() { FewEntries = 0, RemovedShare = 0.1, ChangedShare = 0.2 }, new() { Enabled = false });

    public PlainTenant FirstTenant()
    {
        var people = Enumerable.Range(0, HistoryWorld.Slots).Select(_ => Chance(0.5) ? Person() : PlainPerson.Nobody).ToImmutableArray();
        if (Chance(0.1))
        {
            people = [.. people.Select(_ => PlainPerson.Nobody)];
        }

        return new(people, Slots(0.4), Slots(0.2));
    }

    public Chapter Next(PlainTenant tenant, PlainLink? link)
    {
        var changed = Change(tenant);
        var chapter = new Chapter(changed, link is null || Chance(0.15) ? new(Pick(Mappings), Pick(Scopes)) : link)
        {
            Pause = Pick(TimeSpan.Zero, TimeSpan.FromHours(1), TimeSpan.FromHours(1), TimeSpan.FromHours(1), TimeSpan.FromHours(25), TimeSpan.FromDays(8)),
            Request = new(Full: Chance(0.1), Interactive: Chance(0.5), Apply: Chance(0.1)),
        };
        return Disturb(Chance(0.3) ? Strike(chapter) : chapter);
    }

    /// <summary>Whether a held run is allowed, discarded, or left as it is.</summary>
    public bool? Decision() => Pick<bool?>(true, false, null);

    /// <summary>Whether the past is looked at too.</summary>
    public bool LooksBack() => Chance(0.25);

    public T Pick<T>(params IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    private bool Chance(double share) => _random.NextDouble() < share;

    private ImmutableHashSet<int> Slots(double share) => [.. Enumerable.Range(0, HistoryWorld.Slots).Where(_ => Chance(share))];

    private PlainPerson Person() => new(true, Pick(Names), Pick(Business), Pick(Mobiles), !Chance(0.07), Chance(0.05));

    private PlainTenant Change(PlainTenant tenant)
    {
        if (Chance(0.1))
        {
            return tenant with { People = [.. tenant.People.Select(person => Chance(0.6) ? person with { Business = "", Mobile = null } : person)] };
        }

        for (var changes = _random.Next(4); changes > 0; changes--)
        {
            tenant = ChangeOne(tenant);
        }

        return tenant;
    }

    private PlainTenant ChangeOne(PlainTenant tenant)
    {
        var slot = _random.Next(HistoryWorld.Slots);
        var person = tenant.People[slot];
        return _random.Next(10) switch
        {
            0 => tenant with { Members = Toggle(tenant.Members, slot) },
            1 => tenant with { InnerMembers = Toggle(tenant.InnerMembers, slot) },
            2 or 3 => Put(person with { IsThere = !person.IsThere }),
            4 => Put(person with { Name = Pick(Names) }),
            5 => Put(person with { Mobile = Pick(Mobiles) }),
            6 => Put(person with { IsEnabled = !person.IsEnabled }),
            7 => Put(Person()),
            _ => Put(person with { Business = Pick(Business) }),
        };

        PlainTenant Put(PlainPerson next) => tenant with { People = tenant.People.SetItem(slot, next) };
    }

    private static ImmutableHashSet<int> Toggle(ImmutableHashSet<int> slots, int slot) =>
        slots.SymmetricExcept([slot]);

    private Chapter Strike(Chapter chapter)
    {
        var fault = Pick(Faults);
        var place = fault.Target == FaultTarget.Page ? Pick("", "@first", "@middle", "@last", "@2") : "";
        var times = Pick("", "", ",2", ",always");
        return chapter with { Fault = fault.Name + place + times, Passes = fault.IsPassing && times.Length == 0 };
    }

    private Chapter Disturb(Chapter chapter)
    {
        var disturbance = Chance(0.75) ? Disturbance.None
            : Pick(Disturbance.Kill, Disturbance.DatabaseFault, Disturbance.DatabaseFault, Disturbance.Cancel, Disturbance.Change, Disturbance.Change);
        return chapter with
        {
            Disturbance = disturbance,
            Step = _random.Next(1, LastStep),
            Meanwhile = disturbance == Disturbance.Change ? ChangeOne(chapter.Tenant) : null,
        };
    }
}
