using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Switchbook.Access.Operators;
using Switchbook.Access.Tokens;
using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.Tests.Access.Tokens;

/// <summary>Programs that show a token, at the doors of the whole server.</summary>
[Collection(nameof(MannedServerTests))]
public sealed class ApiTokenTests(MannedServer manned)
{
    private const string Read = "/api/v1/directory";

    private ServerHost Host => manned.Host;

    private ApiTokenStore Store => Host.Get<ApiTokenStore>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ServerHost.Elsewhere)]
    [InlineData(ServerHost.Here)]
    public async Task A_token_opens_what_its_role_opens_until_it_is_removed(string address)
    {
        var (stored, token) = await AddAsync(OperatorRole.Viewer);
        using var program = Host.From(address);
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);

        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(Read, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.DeleteAsync($"{Read}/1", Cancellation)).StatusCode);

        await Store.RemoveAsync(stored.Name, Cancellation);
        await Host.RefreshAsync();
        using var shutOut = await program.GetAsync(Read, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, shutOut.StatusCode);
        Assert.Contains("SB-TOKEN-005", await shutOut.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.StartsWith("Bearer", shutOut.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer switchbook_guess")]
    [InlineData("Bearer")]
    [InlineData("bearer ")]
    public async Task A_wrong_token_opens_nothing_on_this_computer_either(string shown)
    {
        using var program = Host.From(ServerHost.Here);
        program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", shown);

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync(Read, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_token_opens_no_page_and_no_door_for_phones()
    {
        var (_, token) = await AddAsync(OperatorRole.Administrator);
        using var program = Host.From(ServerHost.Elsewhere);
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);

        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/operators", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/lookup?number=1", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_token_is_kept_as_a_hash_and_counts_until_its_end_and_its_use_is_noted()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var (stored, token) = await AddAsync(OperatorRole.Operator);
        var current = new CurrentApiTokens(time);
        current.Publish(await Store.ListAsync(Cancellation));

        Assert.Equal(stored.Id, current.Use(token)?.Id);
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.NotNull(current.Use(token));
        await Store.NoteUsesAsync(current.TakeUses(), Cancellation);
        Assert.Empty(current.TakeUses());
        var known = (await Store.ListAsync(Cancellation)).Single(one => one.Id == stored.Id);
        Assert.Equal(time.GetUtcNow().AddSeconds(-59).ToUnixTimeMilliseconds(), known.LastUsedAt?.ToUnixTimeMilliseconds());

        time.SetUtcNow(stored.EndsAt);
        Assert.Null(current.Use(token));
        await using var context = await Host.Get<IDbContextFactory<SwitchbookContext>>().CreateDbContextAsync(Cancellation);
        var row = await context.ApiTokens.AsNoTracking().SingleAsync(one => one.Id == stored.Id, Cancellation);
        Assert.DoesNotContain(token["switchbook_".Length..], System.Text.Json.JsonSerializer.Serialize(row), StringComparison.Ordinal);
        Assert.Equal(ApiTokenText.Hash(token), row.Hash);
    }

    [Theory]
    [InlineData("", 1, "SB-TOKEN-001")]
    [InlineData("tab\there", 1, "SB-TOKEN-001")]
    [InlineData("TAKEN", 1, "SB-TOKEN-002")]
    [InlineData("fit", 0, "SB-TOKEN-004")]
    [InlineData("fit", 3651, "SB-TOKEN-004")]
    public async Task An_unfit_token_is_refused(string name, int days, string code)
    {
        if ((await Store.ListAsync(Cancellation)).All(token => token.Name != "taken"))
        {
            await Store.AddAsync("taken", OperatorRole.Viewer, 1, Cancellation);
        }

        var refused = await Assert.ThrowsAsync<ProblemException>(() => Store.AddAsync(name, OperatorRole.Viewer, days, Cancellation));

        Assert.Equal(code, refused.Problem.Code);
    }

    [Fact]
    public async Task The_description_of_the_API_says_how_a_program_shows_its_token()
    {
        using var program = Host.From(ServerHost.Here);

        var description = await program.GetStringAsync("/openapi/v1.json", Cancellation);

        Assert.Matches("\"securitySchemes\"[^}]*\"type\": *\"http\"[^}]*\"scheme\": *\"bearer\"", description);
    }

    private async Task<(ApiToken Stored, string Token)> AddAsync(OperatorRole role)
    {
        var made = await Store.AddAsync(Guid.NewGuid().ToString("N"), role, 30, Cancellation);
        await Host.RefreshAsync();
        return made;
    }
}
