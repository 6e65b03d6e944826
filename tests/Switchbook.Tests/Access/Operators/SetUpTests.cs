using System.Net;
using Switchbook.Access.Operators;

namespace Switchbook.Tests.Access.Operators;

/// <summary>The page on which the first operator is made, as browsers without scripts use it.</summary>
public sealed class SetUpTests : IAsyncLifetime
{
    private ServerHost _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await ServerHost.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_first_operator_is_made_from_elsewhere_with_the_token_of_the_log_which_serves_once()
    {
        var token = _server.Get<FirstOperator>().Token!;
        using var stranger = _server.From(ServerHost.Elsewhere);
        using var administrator = _server.From(ServerHost.Elsewhere);

        var guessed = await SetUpAsync(stranger, "/setup?token=guess", ("Given", "guess"));
        Assert.Contains("SB-OPERATOR-010", await guessed.Content.ReadAsStringAsync(Cancellation));
        var made = await SetUpAsync(administrator, $"/setup?token={token}", ("Given", token));

        Assert.EndsWith("/", made.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/", Cancellation)).StatusCode);
        Assert.Null(_server.Get<FirstOperator>().Token);
        Assert.EndsWith("/sign-in", (await stranger.GetAsync($"/setup?token={token}", Cancellation)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task On_the_servers_computer_the_first_operator_needs_no_token()
    {
        using var here = _server.From(ServerHost.Here);

        Assert.Contains("""href="/setup""", await here.GetStringAsync("/", Cancellation));
        var differing = await ServerHost.PostAsync(here, "/setup", ("Name", "maria"), ("Password", ServerHost.Password), ("Again", "another horse"));
        Assert.Contains("SB-OPERATOR-012", await differing.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(HttpStatusCode.Redirect, (await SetUpAsync(here, "/setup")).StatusCode);

        Assert.Contains("Sign out", await here.GetStringAsync("/", Cancellation));
    }

    private static Task<HttpResponseMessage> SetUpAsync(HttpClient client, string path, params (string Name, string Value)[] more) =>
        ServerHost.PostAsync(client, path, [.. more, ("Name", "maria"), ("Password", ServerHost.Password), ("Again", ServerHost.Password)]);
}
