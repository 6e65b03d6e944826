using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Switchbook.Access;
using Switchbook.Access.Clients;
using Switchbook.Access.Operators;
using Switchbook.Audit;

namespace Switchbook.Tests.Access.Clients;

/// <summary>What a client on another computer may ask by HTTP.</summary>
public sealed class PhoneDoorTests
{
    private const string Phone = "192.0.2.7";
    private const string Stranger = "203.0.113.9";

    private readonly string _token = ClientSecrets.Make();

    [Theory]
    [InlineData(Phone, "/phones", null, 200)]
    [InlineData(Stranger, "/phones", null, 401)]
    [InlineData(Stranger, "/phones", "pbx:secret word", 200)]
    [InlineData(Stranger, "/phones", "pbx:secret worm", 401)]
    [InlineData(Stranger, "/phones", "", 401)]
    [InlineData(Phone, "/pages", null, 403)]
    [InlineData(Stranger, "/pages", "pbx:secret word", 403)]
    [InlineData("127.0.0.1", "/pages", null, 200)]
    public async Task Clients_come_in_at_the_doors_for_phones_and_nowhere_else(string remote, string path, string? basic, int status)
    {
        var answer = await AskAsync(remote, path, basic);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == 401, answer.Headers.WWWAuthenticate.ToString().StartsWith("Basic ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_in_the_path_is_enough_and_becomes_part_of_the_base_path()
    {
        var answer = await AskAsync(Stranger, $"/as/{_token}/phones", null);

        Assert.Equal(StatusCodes.Status200OK, answer.StatusCode);
        Assert.Equal($"/as/{_token}", answer.HttpContext.Request.PathBase);
        Assert.Equal(StatusCodes.Status401Unauthorized, (await AskAsync(Stranger, "/as/guess/phones", null)).StatusCode);
        Assert.Equal(StatusCodes.Status403Forbidden, (await AskAsync(Stranger, $"/as/{_token}/pages", null)).StatusCode);
    }

    private async Task<HttpResponse> AskAsync(string remote, string path, string? basic)
    {
        using var notes = new AuditNotes(TimeProvider.System);
        using var gate = new ClientGate(notes, TimeProvider.System);
        gate.Publish(new ClientTable(
        [
            new Client { Name = "lobby", Networks = [IPNetwork.Parse("192.0.2.0/24")] },
            new Client { Name = "pbx", Networks = [], PasswordHash = ClientSecrets.Hash("secret word"), TokenHash = ClientSecrets.HashToken(_token) },
        ]));
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddRouting()
            .AddSingleton(new DiagnosticListener("Test"))
            .AddSingleton(gate)
            .AddClientGate()
            .AddOperatorSessions()
            .BuildServiceProvider();
        services.GetRequiredService<CurrentOperators>().Publish([]);
        var app = new ApplicationBuilder(services);
        app.UseHttpAccess();
        app.UseEndpoints(routes =>
        {
            PhoneDoor.Of(routes).MapGet("/phones", () => "");
            routes.MapGet("/pages", () => "");
        });

        var context = new DefaultHttpContext { RequestServices = services };
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        context.Request.Method = "GET";
        context.Request.Path = path;
        context.Request.Headers.Host = remote == "127.0.0.1" ? "localhost" : "switchbook.example";
        if (basic is not null)
        {
            context.Request.Headers.Authorization = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(basic))}";
        }

        await app.Build()(context);
        return context.Response;
    }
}
