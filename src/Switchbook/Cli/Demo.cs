using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.PhoneDirectory;
using Switchbook.Problems;
using Switchbook.SimulatedTenant;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary>The demo: a simulated tenant beside the server, and a link to it as to any other service.</summary>
internal sealed class Demo : IAsyncDisposable
{
    private const string LinkName = "TeamsDirectory";

    private readonly Simulation _tenant;
    private readonly Link _link;

    private Demo(Simulation tenant, Link link)
    {
        _tenant = tenant;
        _link = link;
    }

    public static async Task<Demo> StartAsync(IServiceProvider services, int users, CancellationToken cancellationToken)
    {
        var tenant = await Simulation.StartAsync(new SimulationOptions { Users = users }, cancellationToken);
        try
        {
            return new(tenant, await LinkAsync(services.GetRequiredService<LinkStore>(), tenant, cancellationToken));
        }
        catch
        {
            await tenant.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for the first run and says what to open and what to type.</summary>
    public async Task IntroduceAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var store = app.Services.GetRequiredService<DirectoryStore>();
        var before = app.Services.GetRequiredService<CurrentDirectory>();
        await FirstRunAsync(app.Services, store, cancellationToken);
        var adele = before.Snapshot.Search("Adele Vance", 1).FirstOrDefault();
        var http = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses
            .FirstOrDefault(address => address.StartsWith("http:", StringComparison.Ordinal)) ?? "";
        Output.Say($"""

            The demo's link '{LinkName}' reads a simulated tenant at {_tenant.Endpoint}: {before.Snapshot.EntryCount} entries of {before.Snapshot.PersonCount} people.

              Open    {http}
              Search  ldapsearch -x -LLL -H ldap://127.0.0.1:{LdapPort(app)} -b dc=switchbook '(cn=ade*)' cn telephoneNumber
              Ask     curl '{http}/lookup?number={Uri.EscapeDataString(adele?.Number ?? "")}'

            """);
    }

    public ValueTask DisposeAsync() => _tenant.DisposeAsync();

    private static string LdapPort(WebApplication app) => app.Configuration["Ldap:Port"] ?? "3890";

    private async Task FirstRunAsync(IServiceProvider services, DirectoryStore store, CancellationToken cancellationToken)
    {
        var monitor = services.GetRequiredService<RunMonitor>();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(object? sender, EventArgs arguments)
        {
            if (monitor.Next(_link.Id) is not null)
            {
                done.TrySetResult();
            }
        }

        monitor.Changed += Look;
        Look(null, EventArgs.Empty);
        await done.Task.WaitAsync(cancellationToken);
        monitor.Changed -= Look;
        if (await store.RunsOfAsync(_link.Id, 1, cancellationToken) is [{ Report.Error: { } problem }])
        {
            Output.Fail(problem);
        }
    }

    private static async Task<Link> LinkAsync(LinkStore links, Simulation tenant, CancellationToken cancellationToken)
    {
        var known = (await links.ListAsync(cancellationToken)).FirstOrDefault(link => link.Name == LinkName);
        if (known is not null && !known.Endpoints.Login.IsLoopback)
        {
            throw new ProblemException(CliProblems.DemoOverReal.With(LinkName));
        }

        var draft = new LinkDraft
        {
            Name = LinkName,
            TenantId = tenant.TenantId,
            ClientId = tenant.ClientId,
            NumberFields = "businessPhones,mobilePhone=M",
            Cloud = CloudEndpoints.CustomName,
            LoginEndpoint = tenant.Endpoint.AbsoluteUri,
            GraphEndpoint = tenant.Endpoint.AbsoluteUri,
            Credential = new CredentialDraft.Secret(tenant.ClientSecret),
        };
        var (link, faults) = LinkValidation.Check(draft);
        if (link is null)
        {
            throw new ProblemException(faults[0].Problem);
        }

        return known is null
            ? await links.AddAsync(link, draft.Credential, cancellationToken)
            : await links.EditAsync(LinkName, link, draft.Credential, cancellationToken);
    }
}
