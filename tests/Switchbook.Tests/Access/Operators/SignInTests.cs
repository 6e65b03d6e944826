using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Switchbook.Access;
using Switchbook.Access.Operators;

namespace Switchbook.Tests.Access.Operators;

/// <summary>Signing in and out, as browsers without scripts do it.</summary>
[Collection(nameof(MannedServerTests))]
public sealed class SignInTests(MannedServer manned)
{
    private ServerHost Server => manned.Host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_signs_in_comes_back_to_where_they_were_with_a_cookie_that_only_this_site_sends()
    {
        using var client = Server.From(ServerHost.Elsewhere, "https");
        client.DefaultRequestHeaders.Add("Accept", "text/html");

        var led = await client.GetAsync("/runs?link=1", Cancellation);
        Assert.Equal("/sign-in?back=%2Fruns%3Flink%3D1", led.Headers.Location?.OriginalString);
        var signedIn = await ServerHost.PostAsync(client, led.Headers.Location!.OriginalString, ("Name", " VIEWER "), ("Password", ServerHost.Password));

        Assert.Equal("/runs?link=1", Path(signedIn));
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), set => set.StartsWith("switchbook-session=", StringComparison.Ordinal));
        Assert.All((string[])["; secure", "; samesite=strict", "; httponly"], flag => Assert.Contains(flag, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/runs", Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("viewer", "wrong horse!")]
    [InlineData("nobody", ServerHost.Password)]
    [InlineData("", "")]
    public async Task A_wrong_name_and_a_wrong_password_get_the_same_answer(string name, string password)
    {
        using var client = Server.From(ServerHost.Elsewhere);

        var refused = await ServerHost.PostAsync(client, "/sign-in", ("Name", name), ("Password", password));

        var page = await refused.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("SB-OPERATOR-006", page);
        Assert.DoesNotContain(password.Length > 0 ? password : "no password", page, StringComparison.Ordinal);
        Assert.DoesNotContain(refused.Headers, header => header.Key == "Set-Cookie" && header.Value.Any(value => value.Contains("session", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_heard()
    {
        using var client = Server.From(ServerHost.Elsewhere);

        var forged = await client.PostAsync(
            "/sign-in",
            new FormUrlEncodedContent([new("_handler", "sign-in"), new("Name", "viewer"), new("Password", ServerHost.Password)]),
            Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_also_for_who_kept_a_copy_of_the_cookie()
    {
        using var client = Server.From(ServerHost.Elsewhere);
        var signedIn = await ServerHost.PostAsync(client, "/sign-in", ("Name", "viewer"), ("Password", ServerHost.Password));
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("switchbook-session=", StringComparison.Ordinal)).Split(';')[0];
        using var thief = Server.From(ServerHost.Elsewhere);
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/api/v1/links", Cancellation)).StatusCode);

        var page = await client.GetStringAsync("/", Cancellation);
        var token = page.Split("__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        var left = await client.PostAsync("/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("back", "/")]), Cancellation);

        Assert.Equal("/sign-in", left.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/links", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync("/api/v1/links", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_new_password_and_a_removal_end_open_sessions()
    {
        await Server.AddAsync("maria", OperatorRole.Administrator);
        await Server.AddAsync("jonas", OperatorRole.Viewer);
        using var maria = await Server.SignedInAsync("maria");
        using var jonas = await Server.SignedInAsync("jonas");
        var store = Server.Get<OperatorStore>();

        await store.SetPasswordAsync("maria", "another horse", Cancellation);
        await store.RemoveAsync("jonas", evenLast: false, Cancellation);
        await Server.RefreshAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await maria.GetAsync("/api/v1/links", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await jonas.GetAsync("/api/v1/links", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_program_is_told_by_a_code_that_it_must_sign_in_or_may_not()
    {
        using var stranger = Server.From(ServerHost.Elsewhere);
        using var viewer = await Server.SignedInAsync("viewer");

        var unknown = await stranger.GetAsync("/api/v1/links", Cancellation);
        var refused = await viewer.PostAsync("/api/v1/links/x/sync", null, Cancellation);

        Assert.Equal((HttpStatusCode.Unauthorized, "SB-OPERATOR-008"), (unknown.StatusCode, await CodeAsync(unknown)));
        Assert.Equal((HttpStatusCode.Forbidden, "SB-OPERATOR-009"), (refused.StatusCode, await CodeAsync(refused)));
    }

    [Theory]
    [InlineData("/runs?link=1", "/runs?link=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("runs", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void A_way_back_leads_to_thisServer_alone(string? asked, string taken) => Assert.Equal(taken, EntrancePaths.Local(asked));

    private static string? Path(HttpResponseMessage answer) => answer.Headers.Location is { IsAbsoluteUri: true } whole ? whole.PathAndQuery : answer.Headers.Location?.OriginalString;

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancellation))!["code"];
}
