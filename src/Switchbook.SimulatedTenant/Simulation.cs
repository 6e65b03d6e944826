using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Switchbook.SimulatedTenant.Administration;
using Switchbook.SimulatedTenant.Delta;
using Switchbook.SimulatedTenant.Graph;
using Switchbook.SimulatedTenant.Membership;
using Switchbook.SimulatedTenant.People;
using Switchbook.SimulatedTenant.SignIn;
using Switchbook.SimulatedTenant.Subscriptions;

namespace Switchbook.SimulatedTenant;

/// <summary>A simulated tenant that is running: Microsoft's sign-in and Graph services on a loopback address.</summary>
public sealed class Simulation : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly Tenant _tenant;
    private readonly SimulatedAuthority? _authority;

    private Simulation(WebApplication web, Tenant tenant, SimulatedAuthority? authority)
    {
        _web = web;
        _tenant = tenant;
        _authority = authority;
        var addresses = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.Select(address => new Uri(address)).ToArray();
        Endpoint = addresses.First(address => address.Scheme == Uri.UriSchemeHttp);
        TlsEndpoint = addresses.FirstOrDefault(address => address.Scheme == Uri.UriSchemeHttps);
    }

    /// <summary>The root of both services: <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri Endpoint { get; }

    /// <summary>The same over https; null without <see cref="SimulationOptions.Tls"/>.</summary>
    public Uri? TlsEndpoint { get; }

    /// <summary>The certificate authority to trust for <see cref="TlsEndpoint"/>, as PEM.</summary>
    public string? CertificateAuthorityPem => _authority?.Pem;

    /// <summary>A GUID.</summary>
    public string TenantId => _tenant.Registration.TenantId;

    /// <summary>A GUID.</summary>
    public string ClientId => _tenant.Registration.ClientId;

    /// <summary>The value of the client secret.</summary>
    public string ClientSecret => _tenant.Registration.ClientSecret;

    /// <summary>The groups, with the number of people in each now.</summary>
    public IReadOnlyList<SimulatedGroup> Groups => [.. _tenant.Groups.All.Select(Describe)];

    /// <summary>Switches faults on and off.</summary>
    public FaultControl Faults => _tenant.Faults;

    /// <summary>What was asked so far.</summary>
    public RequestLog Requests => _tenant.Requests;

    /// <summary>The subscriptions that have not ended.</summary>
    public IReadOnlyList<SimulatedSubscription> Subscriptions =>
        [.. _tenant.Subscriptions.All.Select(one => new SimulatedSubscription(one.Id, one.NotificationUrl, one.Ends))];

    /// <summary>The people that the tenant has now.</summary>
    public int People => Enumerable.Range(0, _tenant.People.Count).Count(_tenant.People.IsPresent);

    /// <summary>Starts a tenant; it answers when this returns.</summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="FormatException">A fault is not one.</exception>
    /// <exception cref="IOException">The port is taken, or the people's file cannot be read.</exception>
    public static async Task<Simulation> StartAsync(SimulationOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.PeopleFile is null && options.Users is < SimulationOptions.FewestUsers or > SimulationOptions.MostUsers)
        {
            throw new ArgumentException(
                $"A simulated tenant has {SimulationOptions.FewestUsers} to {SimulationOptions.MostUsers} users, not {options.Users}.",
                nameof(options));
        }

        var tenant = await Tenant.CreateAsync(options, ct);
        var authority = options.Tls ? new SimulatedAuthority(options.Clock) : null;
        var web = Build(tenant, authority);
        await web.StartAsync(ct);
        return new Simulation(web, tenant, authority);
    }

    /// <summary>Adds a person.</summary>
    /// <param name="properties">Graph's property names and their values: text, a list of texts, a boolean or null.</param>
    /// <returns>The object ID.</returns>
    public string AddPerson(IReadOnlyDictionary<string, object?> properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        return _tenant.People.Add(PersonValues.Convert(properties));
    }

    /// <summary>Writes one property of a person; null clears it.</summary>
    /// <exception cref="ArgumentException">There is no such person or property.</exception>
    public void UpdatePerson(string id, string property, object? value)
    {
        var (key, converted) = PersonValues.Convert(property, value);
        _tenant.People.Update(Find(id), key, converted);
    }

    /// <summary>Removes a person: to the recycle bin, or for good.</summary>
    public void RemovePerson(string id, bool permanently = false) => _tenant.People.Remove(Find(id), permanently);

    /// <summary>Brings a person back.</summary>
    public void RestorePerson(string id) => _tenant.People.Restore(Find(id));

    /// <summary>Makes another client secret.</summary>
    /// <returns>Its "Secret ID".</returns>
    public string AddSecret(string value, DateTimeOffset ends) =>
        _tenant.Registration.AddSecret(value, _tenant.Clock.GetUtcNow().AddMinutes(-1), ends);

    /// <summary>Deletes a client secret.</summary>
    public void RemoveSecret(string value) => _tenant.Registration.RemoveSecret(value);

    /// <summary>Registers a certificate, whose public part is enough.</summary>
    public void AddCertificate(X509Certificate2 certificate) => _tenant.Registration.AddCertificate(certificate);

    /// <summary>Adds a person to a group, or takes one out.</summary>
    public void SetMember(string groupId, string personId, bool isMember) => _tenant.Groups.Set(
        _tenant.Groups.Find(groupId) ?? throw new ArgumentException($"There is no group {groupId}.", nameof(groupId)),
        Find(personId),
        isMember);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync(CancellationToken.None);
        await _web.DisposeAsync();
        _tenant.Dispose();
        _authority?.Dispose();
    }

    private static WebApplication Build(Tenant tenant, SimulatedAuthority? authority)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, tenant.Options.Port);
            if (authority is not null)
            {
                kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(authority.ServerCertificate));
            }
        });
        if (authority is not null)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        // A client that hangs on a stalled page must not keep the tenant from ending.
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.AddSingleton(tenant).AddSingleton<NotificationSender>().AddHostedService(services => services.GetRequiredService<NotificationSender>());
        var web = builder.Build();
        var gate = new GraphGate(tenant);
        var paging = new Paging(tenant);
        var sender = web.Services.GetRequiredService<NotificationSender>();
        new SignInEndpoints(tenant).Map(web);
        new HostIdentityEndpoints(tenant).Map(web);
        new UserEndpoints(tenant, gate, paging).Map(web);
        new DeltaEndpoints(tenant, gate, paging).Map(web);
        new GroupEndpoints(tenant, gate, paging).Map(web);
        new TeamsEndpoints(tenant, gate, paging).Map(web);
        new ContactEndpoints(tenant, gate, paging).Map(web);
        new TenantEndpoints(tenant, gate).Map(web);
        new SubscriptionEndpoints(tenant, gate, sender).Map(web);
        new SubscriptionAdministration(tenant, sender).Map(web);
        new AdministrationEndpoints(tenant).Map(web);
        new PeopleAdministration(tenant).Map(web);
        new CredentialAdministration(tenant).Map(web);
        return web;
    }

    private SimulatedGroup Describe(Group group) => new(
        group.Id,
        group.Name,
        _tenant.Groups.CountPeople(TenantGroups.Direct(group)),
        _tenant.Groups.CountPeople(_tenant.Groups.Transitive(group)));

    private int Find(string id) => _tenant.People.TryFind(id, out var index)
        ? index
        : throw new ArgumentException($"There is no person {id}.", nameof(id));
}
