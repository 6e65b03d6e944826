using System.Globalization;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Switchbook.Access;
using Switchbook.Synchronization;

namespace Switchbook.ChangeNotifications;

/// <summary>
/// Where Microsoft tells of changes (Graph, "Receive change notifications through webhooks"). Anybody can knock here, so nothing
/// is done but to compare, and at most to hasten a run: the directory never takes anything from a notification.
/// </summary>
internal sealed class NotificationDoor(
    CurrentSubscriptions subscriptions,
    SyncSchedule schedule,
    NotificationMetrics metrics,
    IOptions<ChangeNotificationOptions> options)
{
    private const string Path = "/graph/notifications";

    /// <summary>One notification takes half a kilobyte; Graph puts some into one post.</summary>
    private const int LargestPost = 256 * 1024;

    private const int LongestToken = 2048;

    private static readonly JsonSerializerOptions Shallow = new() { MaxDepth = 16 };

    public static string PathOf(int linkId) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{linkId}");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost($"{Path}/{{link:int}}", (RequestDelegate)(context => context.RequestServices.GetRequiredService<NotificationDoor>().AnswerAsync(context)))
            .WithMetadata(OpenDoor.Mark, new RequestSizeLimitAttribute(LargestPost))
            .AllowAnonymous()
            .ExcludeFromDescription();

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Query["validationToken"] is [{ Length: > 0 and <= LongestToken } token])
        {
            // As plain text, which no browser takes for a page: "nosniff" stands on every answer.
            context.Response.ContentType = MediaTypeNames.Text.Plain;
            await context.Response.WriteAsync(token, context.RequestAborted);
            return;
        }

        var notifications = await ReadAsync(context);
        if (notifications is null)
        {
            metrics.Count(NotificationResult.Malformed);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        foreach (var notification in notifications)
        {
            Take(notification);
        }

        // Also for what is forged: it learns nothing, and Microsoft sends nothing again.
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private void Take(ChangeNotification notification)
    {
        var result = subscriptions.Check(notification, out var linkId);
        metrics.Count(result);
        if (result == NotificationResult.Accepted)
        {
            if (notification.LifecycleEvent is { } lifecycleEvent)
            {
                subscriptions.Note(linkId, lifecycleEvent);
            }

            schedule.RunSoon(linkId, options.Value.Delay);
        }
    }

    private static async Task<IReadOnlyList<ChangeNotification>?> ReadAsync(HttpContext context)
    {
        try
        {
            return ChangeNotification.Read(await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body, Shallow, context.RequestAborted));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
