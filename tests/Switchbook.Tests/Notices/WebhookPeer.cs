using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Switchbook.Tests.Notices;

/// <summary>A server on loopback that takes what is posted to its webhook.</summary>
internal sealed class WebhookPeer : IAsyncDisposable
{
    /// <summary>What only the owner of the webhook's address knows.</summary>
    public const string Signature = "Qm9vLXNlY3JldC1zaWduYXR1cmU";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonNode> _posted = new();

    private WebhookPeer(WebApplication app) => _app = app;

    public string Url => $"{_app.Urls.First()}/workflows/3f1c9a7e55/triggers/manual/paths/invoke?sig={Signature}";

    public IReadOnlyList<JsonNode> Posted => [.. _posted];

    public int Status { get; set; } = StatusCodes.Status202Accepted;

    /// <summary>What the next answers wait for.</summary>
    public Task Answering { get; set; } = Task.CompletedTask;

    /// <summary>Ends when something has been posted.</summary>
    public TaskCompletionSource Asked { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<WebhookPeer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var peer = new WebhookPeer(app);
        app.MapPost("/workflows/{id}/triggers/manual/paths/invoke", peer.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return peer;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        _posted.Enqueue((await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!);
        Asked.TrySetResult();
        await Answering.WaitAsync(context.RequestAborted);
        context.Response.StatusCode = Status;
        context.Response.Headers.Location = Status == StatusCodes.Status307TemporaryRedirect ? Url : null;
        await context.Response.WriteAsync($"You asked for {context.Request.Path}{context.Request.QueryString}", context.RequestAborted);
    }
}
