using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Switchbook.Access;
using Switchbook.Access.Clients;
using Switchbook.Access.Operators;

namespace Switchbook.Tests.Access;

public sealed class HttpAccessTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:8080", 200)]
    [InlineData("127.0.0.1", "127.0.0.1:8080", 200)]
    [InlineData("::1", "[::1]:8080", 200)]
    [InlineData("::ffff:127.0.0.1", "LOCALHOST", 200)]
    [InlineData("192.0.2.7", "localhost:8080", 403)]
    [InlineData("2001:db8::7", "localhost:8080", 403)]
    [InlineData("127.0.0.1", "rebound.example:8080", 403)]
    [InlineData("127.0.0.1", "127.0.0.1.example", 403)]
    [InlineData("127.0.0.1", "192.0.2.7", 403)]
    [InlineData("127.0.0.1", "", 403)]
    public async Task Only_this_computer_under_a_loopback_name_is_let_in(string remote, string host, int status)
    {
        var answer = await AskAsync(remote, request => request.Headers.Host = host);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Who_is_refused_is_told_why_and_what_to_do()
    {
        var answer = await AskAsync("192.0.2.7", _ => { });

        answer.Body.Position = 0;
        var text = await new StreamReader(answer.Body).ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("came from 192.0.2.7", text);
        Assert.Contains("SSH tunnel", text);
    }

    [Theory]
    [InlineData("POST", null, null, 200)]
    [InlineData("POST", "same-origin", null, 200)]
    [InlineData("POST", "none", null, 200)]
    [InlineData("POST", "cross-site", null, 403)]
    [InlineData("DELETE", "same-site", null, 403)]
    [InlineData("POST", null, "http://localhost:8080", 200)]
    [InlineData("POST", null, "http://localhost:9090", 403)]
    [InlineData("POST", null, "https://localhost:8080", 403)]
    [InlineData("POST", null, "http://evil.example", 403)]
    [InlineData("POST", null, "null", 403)]
    [InlineData("GET", "cross-site", "http://evil.example", 200)]
    public async Task A_browser_changes_something_from_our_own_pages_only(string method, string? site, string? origin, int status)
    {
        var answer = await AskAsync("127.0.0.1", request =>
        {
            request.Method = method;
            request.Headers["Sec-Fetch-Site"] = site;
            request.Headers.Origin = origin;
        });

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Another_site_opens_no_WebSocket()
    {
        var answer = await AskAsync("127.0.0.1", request =>
        {
            request.Headers["Sec-WebSocket-Key"] = "dGhlIHNhbXBsZSBub25jZQ==";
            request.Headers.Origin = "http://evil.example";
        });

        Assert.Equal(StatusCodes.Status403Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Every_answer_tells_browsers_what_to_refuse()
    {
        foreach (var remote in (string[])["127.0.0.1", "192.0.2.7"])
        {
            var answer = await AskAsync(remote, _ => { });

            Assert.Contains("frame-ancestors 'none'", answer.Headers.ContentSecurityPolicy.ToString());
            Assert.Contains("script-src 'self';", answer.Headers.ContentSecurityPolicy.ToString());
            Assert.Equal("nosniff", answer.Headers.XContentTypeOptions);
        }
    }

    private static async Task<HttpResponse> AskAsync(string remote, Action<HttpRequest> shape)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddRouting()
            .AddSingleton(new DiagnosticListener("Test"))
            .AddClientGate()
            .AddOperatorSessions()
            .BuildServiceProvider();
        services.GetRequiredService<CurrentOperators>().Publish([]);
        var app = new ApplicationBuilder(services);
        app.UseHttpAccess();
        app.Run(_ => Task.CompletedTask);

        var context = new DefaultHttpContext { RequestServices = services };
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        context.Request.Method = "GET";
        context.Request.Scheme = "http";
        context.Request.Headers.Host = "localhost:8080";
        context.Response.Body = new MemoryStream();
        shape(context.Request);
        await app.Build()(context);
        return context.Response;
    }
}
