using Switchbook.SimulatedTenant.Membership;
using Switchbook.SimulatedTenant.People;
using Switchbook.SimulatedTenant.SignIn;
using Switchbook.SimulatedTenant.Subscriptions;

namespace Switchbook.SimulatedTenant;

/// <summary>Everything that the endpoints share.</summary>
internal sealed class Tenant : IDisposable
{
    private Tenant(SimulationOptions options, IPeopleSource source)
    {
        Options = options;
        Registration = new Registration(options);
        Tokens = new AccessTokens(Registration, options.Clock);
        People = new TenantPeople(source, new ObjectIds(options.Seed, kind: 2));
        Groups = new TenantGroups(People, options.Seed);
        Subscriptions = new TenantSubscriptions(options.Clock);
        foreach (var fault in options.Faults)
        {
            Faults.Set(fault);
        }
    }

    public SimulationOptions Options { get; }

    public Registration Registration { get; }

    public AccessTokens Tokens { get; }

    public TenantPeople People { get; }

    public TenantGroups Groups { get; }

    public TenantSubscriptions Subscriptions { get; }

    public FaultControl Faults { get; } = new();

    public RequestLog Requests { get; } = new();

    public TimeProvider Clock => Options.Clock;

    public static async Task<Tenant> CreateAsync(SimulationOptions options, CancellationToken ct) => new(
        options,
        options.PeopleFile is { } file
            ? await CsvPeople.ReadAsync(file, ct)
            : new GeneratedPeople(options.Seed, options.Users));

    /// <summary>The object ID of a member of a group.</summary>
    public string IdOf(Member member) => member.Kind switch
    {
        MemberKind.User => People.IdAt(member.Index),
        MemberKind.Group => Groups.All[member.Index].Id,
        _ => Groups.DeviceIds.Of(member.Index).ToString(),
    };

    public void Dispose() => Tokens.Dispose();
}
