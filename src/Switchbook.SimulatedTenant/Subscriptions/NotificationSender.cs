using System.Net;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Switchbook.SimulatedTenant.Graph;
using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Subscriptions;

/// <summary>
/// Posts change notifications to subscribers (Graph, "Receive change notifications through webhooks"): what changes while a
/// post is under way goes into the next.
/// </summary>
internal sealed class NotificationSender : BackgroundService
{
    /// <summary>The service goes on for four hours; nobody waits here for that.</summary>
    private const int Tries = 3;

    private static readonly TimeSpan ValidationLimit = TimeSpan.FromSeconds(10);

    private readonly Tenant _tenant;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = ValidationLimit };
    private readonly Channel<(Uri Url, JsonObject Notification)> _queue = Channel.CreateUnbounded<(Uri, JsonObject)>();

    public NotificationSender(Tenant tenant)
    {
        _tenant = tenant;
        tenant.People.Listener = Tell;
    }

    /// <summary>Asks an address whether it wants notifications: it must answer with the token, as plain text, within 10 seconds.</summary>
    /// <exception cref="GraphRefusal">It did not.</exception>
    public async Task ValidateAsync(Uri url, CancellationToken cancellationToken)
    {
        var token = $"Validation: Testing client application reachability for subscription Request-Id: {Guid.NewGuid()}";
        var query = $"validationToken={Uri.EscapeDataString(token)}";
        var target = new UriBuilder(url) { Query = url.Query.Length > 1 ? $"{url.Query[1..]}&{query}" : query }.Uri;
        try
        {
            using var empty = new StringContent("", Encoding.UTF8, MediaTypeNames.Text.Plain);
            using var answer = await _http.PostAsync(target, empty, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == MediaTypeNames.Text.Plain && text == token)
            {
                return;
            }
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Refusal("Subscription validation request timed out.");
        }
        catch (HttpRequestException)
        {
            // Nobody there is told like a wrong answer.
        }

        throw Refusal("Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.");
    }

    /// <summary>Tells a subscriber what happens to the subscription itself.</summary>
    /// <param name="lifecycleEvent"><c>missed</c>, <c>subscriptionRemoved</c> or <c>reauthorizationRequired</c>.</param>
    public void TellLifecycle(Subscription subscription, string lifecycleEvent)
    {
        if (subscription.LifecycleUrl is { } url)
        {
            var notification = Notification(subscription);
            notification["lifecycleEvent"] = lifecycleEvent;
            _queue.Writer.TryWrite((url, notification));
        }
    }

    public override void Dispose()
    {
        _tenant.People.Listener = null;
        _http.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _queue.Reader.WaitToReadAsync(stoppingToken))
        {
            var waiting = new List<(Uri Url, JsonObject Notification)>();
            while (_queue.Reader.TryRead(out var next))
            {
                waiting.Add(next);
            }

            foreach (var post in waiting.GroupBy(one => one.Url))
            {
                var body = new JsonObject { ["value"] = new JsonArray([.. post.Select(one => one.Notification)]) };
                await PostAsync(post.Key, JsonSerializer.Serialize(body, GraphJson.Options), stoppingToken);
            }
        }
    }

    private async Task PostAsync(Uri url, string body, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                using var content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json);
                using var answer = await _http.PostAsync(url, content, cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception away) when (away is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // Tried again as after a refusal.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100 << attempt), TimeProvider.System, cancellationToken);
        }
    }

    private void Tell(int index)
    {
        var (id, change) = (_tenant.People.IdAt(index), _tenant.People.RemovalOf(index) == Removal.Permanent ? "deleted" : "updated");
        foreach (var subscription in _tenant.Subscriptions.All.Where(one => one.Wants(change)))
        {
            var notification = Notification(subscription);
            notification["changeType"] = change;
            notification["resource"] = $"Users/{id}";
            notification["resourceData"] = new JsonObject
            {
                ["@odata.type"] = "#Microsoft.Graph.User",
                ["@odata.id"] = $"Users/{id}",
                ["id"] = id,
                ["organizationId"] = _tenant.Registration.TenantId,
            };
            _queue.Writer.TryWrite((subscription.NotificationUrl, notification));
        }
    }

    private JsonObject Notification(Subscription subscription) => new()
    {
        ["subscriptionId"] = subscription.Id,
        ["subscriptionExpirationDateTime"] = subscription.Ends.UtcDateTime,
        ["clientState"] = subscription.ClientState,
        ["tenantId"] = _tenant.Registration.TenantId,
    };

    private static GraphRefusal Refusal(string message) => new(400, "ValidationError", message);
}
