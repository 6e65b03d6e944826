using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary>
/// <c>/v1.0/contacts</c>, the organizational contacts (https://learn.microsoft.com/graph/api/orgcontact-list), and
/// <c>/v1.0/users/{id}/contacts</c> with <c>contactFolders</c>, those of a mailbox (https://learn.microsoft.com/graph/api/user-list-contacts).
/// </summary>
internal sealed class ContactEndpoints(Tenant tenant, GraphGate gate, Paging paging)
{
    /// <summary>Outlook's page when the client does not say.</summary>
    private const int OutlookTop = 10;

    private readonly MadeUpContacts _contacts = new(tenant.Options.Seed);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1.0/contacts", gate.Guard("contacts", cost: 1, ListAsync));
        routes.MapGet("/v1.0/users/{id}/contacts", gate.Guard("mailboxContacts", cost: 1, request => ListMailboxAsync(request, folder: null)));
        routes.MapGet("/v1.0/users/{id}/contactFolders", gate.Guard("contactFolders", cost: 1, ListFoldersAsync));
        routes.MapGet(
            "/v1.0/users/{id}/contactFolders/{folder}/contacts",
            gate.Guard("mailboxContacts", cost: 1, request => ListMailboxAsync(request, (string)request.Http.Request.RouteValues["folder"]!)));
    }

    private Task ListAsync(GraphRequest request)
    {
        request.Require("OrgContact.Read.All", "Directory.Read.All");
        RefuseFilter(request);
        var select = request.Query.Select;
        return paging.AnswerAsync(request, new JsonListing(_contacts.OfOrganization, select), "contacts" + GroupListing.Context(select));
    }

    private Task ListFoldersAsync(GraphRequest request)
    {
        var mailbox = Mailbox(request);
        var select = request.Query.Select;
        var folders = new JsonListing([MadeUpContacts.Folder(mailbox)], select);
        return paging.AnswerAsync(request, folders, $"users('{mailbox}')/contactFolders{GroupListing.Context(select)}", OutlookTop);
    }

    private Task ListMailboxAsync(GraphRequest request, string? folder)
    {
        var mailbox = Mailbox(request);
        if (folder is not null && folder != (string?)MadeUpContacts.Folder(mailbox)["id"])
        {
            throw new GraphRefusal(404, "ErrorItemNotFound", "The specified object was not found in the store.");
        }

        var select = request.Query.Select;
        var contacts = _contacts.OfMailbox(mailbox, folder is not null);
        if (select.FirstOrDefault(name => !contacts[0].ContainsKey(name)) is { } unknown)
        {
            throw new GraphRefusal(
                400, "RequestBroker--ParseUri", $"Could not find a property named '{unknown}' on type 'Microsoft.OutlookServices.Contact'.");
        }

        var path = folder is null ? "contacts" : $"contactFolders('{folder}')/contacts";
        return paging.AnswerAsync(
            request, new JsonListing(contacts, select), $"users('{mailbox}')/{path}{GroupListing.Context(select)}", OutlookTop);
    }

    /// <summary>The object ID of whose mailbox is asked for.</summary>
    private string Mailbox(GraphRequest request)
    {
        request.Require("Contacts.Read", "Contacts.ReadWrite");
        RefuseFilter(request);
        return tenant.People.Find(request.RouteId)?.Id ?? throw GraphRefusal.NotFound(request.RouteId);
    }

    private static void RefuseFilter(GraphRequest request)
    {
        if (request.Query.Filter is not null || request.Query.OrderBy is not null)
        {
            throw GraphRefusal.BadRequest("The simulated tenant does not filter or sort contacts.");
        }
    }
}
