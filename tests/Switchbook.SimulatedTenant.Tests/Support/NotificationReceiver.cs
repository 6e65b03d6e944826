using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Switchbook.SimulatedTenant.Tests.Support;

/// <summary>A server on loopback that takes change notifications.</summary>
internal sealed class NotificationReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<JsonElement> _notifications = Channel.CreateUnbounded<JsonElement>();

    private NotificationReceiver(WebApplication app) => _app = app;

    public string Url => $"{_app.Urls.First()}/hook?from=graph";

    /// <summary>What a question whether notifications are wanted is answered with; null for the token that it brings.</summary>
    public string? Token { get; set; }

    /// <summary>Answers of the next posts; then 202.</summary>
    public Queue<int> Statuses { get; } = new();

    public static async Task<NotificationReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new NotificationReceiver(app);
        app.MapPost("/hook", (Delegate)receiver.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>The next notification; of those that come in one post, each by itself.</summary>
    public Task<JsonElement> NextAsync() =>
        _notifications.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        if (http.Request.Query["validationToken"] is [{ } token])
        {
            return Results.Text(Token ?? token);
        }

        var status = Statuses.TryDequeue(out var next) ? next : StatusCodes.Status202Accepted;
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body, cancellationToken: http.RequestAborted);
        if (status < 300)
        {
            foreach (var notification in body.GetProperty("value").EnumerateArray())
            {
                await _notifications.Writer.WriteAsync(notification, http.RequestAborted);
            }
        }

        return Results.StatusCode(status);
    }
}
