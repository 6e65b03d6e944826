using System.Text.Json;
using System.Text.Json.Nodes;
using Switchbook.SimulatedTenant.Graph;

namespace Switchbook.SimulatedTenant.Subscriptions;

/// <summary><c>/v1.0/subscriptions</c>: who is told of changes of users.</summary>
internal sealed class SubscriptionEndpoints(Tenant tenant, GraphGate gate, NotificationSender sender)
{
    private const string Kind = "subscriptions";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1.0/subscriptions", gate.Guard(Kind, cost: 1, ListAsync));
        routes.MapPost("/v1.0/subscriptions", gate.Guard(Kind, cost: 1, CreateAsync));
        routes.MapGet("/v1.0/subscriptions/{id}", gate.Guard(Kind, cost: 1, request => AnswerAsync(request, Find(request))));
        routes.MapPatch("/v1.0/subscriptions/{id}", gate.Guard(Kind, cost: 1, RenewAsync));
        routes.MapDelete("/v1.0/subscriptions/{id}", gate.Guard(Kind, cost: 1, RemoveAsync));
        routes.MapPost("/v1.0/subscriptions/{id}/reauthorize", gate.Guard(Kind, cost: 1, ReauthorizeAsync));
    }

    private Task ListAsync(GraphRequest request) => GraphGate.WriteJsonAsync(request.Http, new JsonObject
    {
        ["@odata.context"] = $"{request.Root}/$metadata#subscriptions",
        ["value"] = new JsonArray([.. tenant.Subscriptions.All.Select(one => Describe(one, clientState: null))]),
    });

    private async Task CreateAsync(GraphRequest request)
    {
        Require(request);
        var subscription = SubscriptionRules.Read(await BodyAsync(request), tenant.Clock.GetUtcNow());
        await sender.ValidateAsync(subscription.NotificationUrl, request.Aborted);
        if (subscription.LifecycleUrl is { } lifecycle && lifecycle != subscription.NotificationUrl)
        {
            await sender.ValidateAsync(lifecycle, request.Aborted);
        }

        tenant.Subscriptions.Add(subscription);
        request.Http.Response.StatusCode = StatusCodes.Status201Created;
        await AnswerAsync(request, subscription, subscription.ClientState);
    }

    private async Task RenewAsync(GraphRequest request)
    {
        Require(request);
        var subscription = Find(request);
        tenant.Subscriptions.Renew(subscription, SubscriptionRules.Ends(await BodyAsync(request), tenant.Clock.GetUtcNow()));
        await AnswerAsync(request, Find(request));
    }

    private Task RemoveAsync(GraphRequest request)
    {
        tenant.Subscriptions.Remove(Find(request).Id);
        request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private Task ReauthorizeAsync(GraphRequest request)
    {
        Require(request);
        _ = Find(request);
        request.Http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static void Require(GraphRequest request)
    {
        if (!request.Caller.HasAny(["User.Read.All", "User.ReadWrite.All", "Directory.Read.All"]))
        {
            throw new GraphRefusal(403, "ExtensionError", "Operation: Create; Exception: [Status Code: Forbidden; Reason: Forbidden]");
        }
    }

    private static async Task<JsonElement> BodyAsync(GraphRequest request)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<JsonElement>(request.Http.Request.Body, cancellationToken: request.Aborted);
        }
        catch (JsonException)
        {
            throw new GraphRefusal(400, "BadRequest", "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.");
        }
    }

    private Subscription Find(GraphRequest request) =>
        tenant.Subscriptions.Find(request.RouteId) ?? throw new GraphRefusal(404, "ResourceNotFound", "The object was not found.");

    private Task AnswerAsync(GraphRequest request, Subscription subscription, string? clientState = null)
    {
        var json = new JsonObject { ["@odata.context"] = $"{request.Root}/$metadata#subscriptions/$entity" };
        foreach (var (name, value) in Describe(subscription, clientState).ToArray())
        {
            json[name] = value?.DeepClone();
        }

        return GraphGate.WriteJsonAsync(request.Http, json);
    }

    /// <param name="clientState">Shown to who creates it, and never again.</param>
    private JsonObject Describe(Subscription subscription, string? clientState) => new()
    {
        ["id"] = subscription.Id,
        ["resource"] = subscription.Resource,
        ["applicationId"] = tenant.Registration.ClientId,
        ["changeType"] = subscription.ChangeType,
        ["clientState"] = clientState,
        ["notificationUrl"] = subscription.NotificationUrl.AbsoluteUri,
        ["notificationQueryOptions"] = null,
        ["lifecycleNotificationUrl"] = subscription.LifecycleUrl?.AbsoluteUri,
        ["expirationDateTime"] = subscription.Ends.UtcDateTime,
        ["creatorId"] = tenant.Registration.ApplicationObjectId,
        ["includeResourceData"] = null,
        ["latestSupportedTlsVersion"] = "v1_2",
        ["encryptionCertificate"] = null,
        ["encryptionCertificateId"] = null,
        ["notificationUrlAppId"] = null,
    };
}
