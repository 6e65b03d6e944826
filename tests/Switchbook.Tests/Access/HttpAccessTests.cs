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

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Proto")]
    [InlineData("X-Original-For")]
    [InlineData("X-Real-IP")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    public async Task What_a_proxy_on_this_computer_passes_on_is_not_of_this_computer(string trace)
    {
        var answer = await AskAsync("127.0.0.1", request => request.Headers[trace] = "127.0.0.1");

        Assert.Equal(StatusCodes.Status403Forbidden, answer.StatusCode);
        answer.Body.Position = 0;
        Assert.Contains("Access:Proxies", await new StreamReader(answer.Body).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.9", "203.0.113.9")]
    [InlineData("::ffff:127.0.0.1", "203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.1", "127.0.0.1, 203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.1", "203.0.113.9, 198.51.100.4", "203.0.113.9")]
    [InlineData("127.0.0.1", "127.0.0.1", "255.255.255.255")]
    [InlineData("127.0.0.1", "::1", "255.255.255.255")]
    [InlineData("127.0.0.1", null, "255.255.255.255")]
    [InlineData("198.51.100.4", "not an address", "255.255.255.255")]
    [InlineData("192.0.2.7", "203.0.113.9", "255.255.255.255")]
    [InlineData("192.0.2.7", null, "192.0.2.7")]
    public async Task A_named_proxy_is_believed_for_whom_it_asks_and_nobody_else_is(string peer, string? forwardedFor, string from)
    {
        var answer = await AskAsync(peer, request => request.Headers["X-Forwarded-For"] = forwardedFor, "127.0.0.1", "198.51.100.0/24");

        Assert.Equal(StatusCodes.Status403Forbidden, answer.StatusCode);
        Assert.Equal(IPAddress.Parse(from), RemoteAddress.Of(answer.HttpContext));
    }

    [Theory]
    [InlineData("127.0.0.1", "https")]
    [InlineData("192.0.2.7", "http")]
    public async Task A_named_proxy_says_how_it_was_asked(string peer, string scheme)
    {
        var answer = await AskAsync(
            peer,
            request => (request.Headers["X-Forwarded-For"], request.Headers["X-Forwarded-Proto"]) = ("203.0.113.9", "https"),
            "127.0.0.1");

        Assert.Equal(scheme, answer.HttpContext.Request.Scheme);
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

    private static async Task<HttpResponse> AskAsync(string remote, Action<HttpRequest> shape, params string[] proxies)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddRouting()
            .AddSingleton(new DiagnosticListener("Test"))
            .AddClientGate()
            .AddOperatorSessions()
            .Configure<AccessOptions>(options => options.Proxies.AddRange(proxies))
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
