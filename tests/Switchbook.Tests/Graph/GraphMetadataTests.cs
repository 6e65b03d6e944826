using System.Xml;
using Microsoft.OData;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.UriParser;
using Switchbook.Links;
using Switchbook.SimulatedTenant;
using Switchbook.Tests.Architecture;
using Switchbook.Tests.Synchronization;

namespace Switchbook.Tests.Graph;

/// <summary>Every request that we send is one that Microsoft's own metadata of Graph v1.0 knows.</summary>
public sealed class GraphMetadataTests
{
    [Fact]
    public async Task Every_request_of_runs_and_tests_parses_against_Microsofts_metadata()
    {
        var file = Metadata();
        Assert.SkipUnless(file is not null, "shared/graph/v1.0-Prod.csdl is not here.");
        using var xml = XmlReader.Create(file!);
        Assert.True(CsdlReader.TryParse(xml, ignoreUnexpectedAttributesAndElements: true, out var model, out _));

        var requests = await RequestsAsync();

        Assert.NotEmpty(requests);
        foreach (var request in requests)
        {
            var root = new Uri("https://graph.microsoft.com/v1.0/");
            var parser = new ODataUriParser(model, root, new Uri(root, request["/v1.0/".Length..]))
            {
                Resolver = new ODataUriResolver { EnableCaseInsensitive = true },
                UrlKeyDelimiter = ODataUrlKeyDelimiter.Slash,
            };
            parser.ParseUri();
        }
    }

    /// <summary>Microsoft's file is kept beside the repository, not in it.</summary>
    private static string? Metadata()
    {
        for (var folder = new DirectoryInfo(Repository.Root); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "graph", "v1.0-Prod.csdl");
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>What goes over the wire for a tenant, a group with and without nested ones, and Test Connection of each.</summary>
    private static async Task<IReadOnlyList<string>> RequestsAsync()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 50 });
        var group = installation.Tenant.Groups[0].Id;
        Link[] links =
        [
            await installation.AddLinkAsync("Tenant", draft => draft with { NumberFields = "businessPhones,onPremisesExtensionAttributes/extensionAttribute1=X" }),
            await installation.AddLinkAsync("Group", draft => draft with { Directory = "group", GroupId = group }),
            await installation.AddLinkAsync("Everything", draft => draft with
            {
                NumberFields = "businessPhones,teams.primary",
                Audience = new() { TeamsOnly = true, ExcludedGroups = group, OrganizationContacts = true, Filter = "assignedPlans/any(p:p/service eq 'TeamspaceAPI' and p/capabilityStatus eq 'Enabled')" },
            }),
            await installation.AddLinkAsync("Mailbox", draft => draft with
            {
                Audience = new() { MailboxContacts = "adelev@contoso.example", ContactFolder = "Suppliers" },
            }),
            await installation.AddLinkAsync("Direct", draft => draft with { Directory = "group", GroupId = group, DirectMembersOnly = true }),
        ];
        foreach (var link in links)
        {
            await installation.RunAsync(link);
            await installation.Get<ConnectionTest>().RunAsync(
                installation.Get<LinkCredentials>().Open(link), link.Request(interactive: true), null, TestInstallation.Cancellation);
        }

        return [.. installation.Tenant.Requests.Last.Select(request => request.Address).Where(target => target.StartsWith("/v1.0/", StringComparison.Ordinal)).Distinct()];
    }
}
