using System.Buffers;
using System.Text.Json;
using Switchbook.SimulatedTenant.Filtering;
using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary><c>/v1.0/users</c>.</summary>
internal sealed class UserEndpoints(Tenant tenant, GraphGate gate, Paging paging)
{
    private readonly Lock _lock = new();
    private (int Version, bool Descending, int[] Order)? _sorted;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1.0/users", gate.Guard("users", cost: 2, ListAsync));
        routes.MapGet("/v1.0/users/$count", gate.Guard("users/$count", cost: 1, CountAsync));
        routes.MapGet("/v1.0/users/{id}", gate.Guard("user", cost: 1, ShowAsync));
    }

    /// <summary>The filter of a request for users, checked against the advanced query parameters.</summary>
    public static FilterExpression? ParseFilter(GraphQuery query)
    {
        if (query.Search is not null)
        {
            throw query.IsEventual
                ? GraphRefusal.Unsupported("$search is not supported on this resource by the simulated tenant.")
                : GraphRefusal.Unsupported(
                    "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'");
        }

        if (query.Filter is null)
        {
            return null;
        }

        var filter = FilterParser.Parse(query.Filter, UserScope.Instance);
        return filter.AdvancedReason is { } reason && !query.IsAdvanced ? throw GraphRefusal.NeedsAdvancedQuery(reason) : filter;
    }

    private Task ListAsync(GraphRequest request)
    {
        request.Require("User.Read.All", "Directory.Read.All");
        var query = request.Query;
        var selection = PersonSelection.Parse(query.Select);
        var filter = ParseFilter(query);
        if (filter is not null && query.OrderBy is not null && !query.IsAdvanced)
        {
            throw GraphRefusal.Unsupported("Sorting not supported for current query.");
        }

        var order = query.OrderBy is { } orderBy ? Order(orderBy) : null;
        var listing = new UserListing(tenant.People, selection, filter, order);
        return paging.AnswerAsync(request, listing, "users" + selection.Context);
    }

    private async Task CountAsync(GraphRequest request)
    {
        request.Require("User.Read.All", "Directory.Read.All");
        if (!request.Query.IsEventual)
        {
            throw GraphRefusal.BadRequest("$count is not currently supported.");
        }

        var filter = request.Query.Filter is { } text ? FilterParser.Parse(text, UserScope.Instance) : null;
        var count = Page.CountAll(new UserListing(tenant.People, PersonSelection.Parse([]), filter, order: null));
        request.Http.Response.ContentType = "text/plain";
        await request.Http.Response.WriteAsync(count.ToString(System.Globalization.CultureInfo.InvariantCulture), request.Aborted);
    }

    private async Task ShowAsync(GraphRequest request)
    {
        request.Require("User.Read.All", "Directory.Read.All");
        var selection = PersonSelection.Parse(request.Query.Select);
        if (tenant.People.Find(request.RouteId) is not { } person)
        {
            throw GraphRefusal.NotFound(request.RouteId);
        }

        var buffer = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(buffer, GraphJson.WriterOptions))
        {
            selection.Write(json, person);
        }

        var context = $"{{\"@odata.context\":\"{request.Root}/$metadata#users{selection.Context}/$entity\"";
        var rest = buffer.WrittenCount > 2 ? "," : "";
        request.Http.Response.ContentType = GraphGate.ContentType;
        await request.Http.Response.WriteAsync(context + rest, request.Aborted);
        await request.Http.Response.Body.WriteAsync(buffer.WrittenMemory[1..], request.Aborted);
    }

    private int[] Order(string orderBy)
    {
        var parts = orderBy.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isDescending = parts.Length == 2 && parts[1].Equals("desc", StringComparison.OrdinalIgnoreCase);
        if (parts.Length is 0 or > 2 || !parts[0].Equals("displayName", StringComparison.OrdinalIgnoreCase)
            || (parts.Length == 2 && !isDescending && !parts[1].Equals("asc", StringComparison.OrdinalIgnoreCase)))
        {
            throw GraphRefusal.Unsupported("Sorting not supported for current query.");
        }

        lock (_lock)
        {
            var version = tenant.People.Version;
            if (_sorted is not { } sorted || sorted.Version != version || sorted.Descending != isDescending)
            {
                var places = Enumerable.Range(0, tenant.People.Count);
                string? Name(int place) => tenant.People.At(place)?.Text(UserProperties.DisplayName);
                int[] order = isDescending
                    ? [.. places.OrderByDescending(Name, StringComparer.OrdinalIgnoreCase)]
                    : [.. places.OrderBy(Name, StringComparer.OrdinalIgnoreCase)];
                _sorted = sorted = (version, isDescending, order);
            }

            return sorted.Order;
        }
    }
}
