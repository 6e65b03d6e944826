using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Switchbook.Access.Operators;
using Switchbook.Tests.Access;

namespace Switchbook.Tests.Audit;

/// <summary>What the whole server puts on record, and who may read it.</summary>
[Collection(nameof(MannedServerTests))]
public sealed class AuditApiTests(MannedServer manned)
{
    private const string Record = "/api/v1/audit";

    private ServerHost Host => manned.Host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_comes_in_through_the_doors_is_on_record_with_who_and_where_from()
    {
        var entry = $"Desk {Guid.NewGuid():N}";
        using var signedIn = await Host.SignedInAsync("Operator");
        Assert.Equal(HttpStatusCode.Created, (await signedIn.PostAsJsonAsync("/api/v1/directory", new { name = entry, number = "100" }, Cancellation)).StatusCode);
        using var refused = Host.From(ServerHost.Elsewhere);
        await ServerHost.PostAsync(refused, "/sign-in", ("Name", "viewer"), ("Password", "my secret guess"));
        using var exported = await signedIn.GetAsync("/api/v1/directory/export?format=csv", Cancellation);

        using var reader = await ReaderAsync();
        var added = Assert.Single(await ListAsync(reader, $"?q={entry}"));
        Assert.Equal(("entry.added", "operator Operator", ServerHost.Elsewhere), (Text(added, "kind"), Text(added, "actor"), Text(added, "address")));
        Assert.Equal("100", added["details"]!["number"]!["after"]!.GetValue<string>());
        await EventuallyAsync(reader, "?kind=operator.signed-in&q=operator+Operator", line => Text(line, "address") == ServerHost.Elsewhere);
        await EventuallyAsync(reader, "?kind=operator.refused", line => (Text(line, "subject"), Text(line, "actor")) == ("Viewer", "somebody"));
        await EventuallyAsync(reader, "?kind=directory.exported", line => (Text(line, "subject"), Text(line, "actor")) == ("csv", "operator Operator"));
        var csv = await reader.GetStringAsync($"{Record}?format=csv", Cancellation);
        Assert.StartsWith("id,at,kind,actor,address,subject,details", csv, StringComparison.Ordinal);
        Assert.Contains(entry, csv, StringComparison.Ordinal);
        Assert.DoesNotContain("my secret guess", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_the_record_and_leads_to_older_lines_and_to_the_file()
    {
        using var administrator = await Host.SignedInAsync("Administrator");
        await administrator.PostAsJsonAsync("/api/v1/directory", new { name = "Zoë <b>", number = "101" }, Cancellation);

        var page = WebUtility.HtmlDecode(await administrator.GetStringAsync("/audit?kind=entry&q=zo%C3%AB", Cancellation));

        Assert.Contains(">entry.added</code>", page, StringComparison.Ordinal);
        Assert.Contains("operator Administrator", page, StringComparison.Ordinal);
        Assert.Contains("/api/v1/audit?kind=entry&q=zo%C3%AB&format=csv", page, StringComparison.Ordinal);
    }

    private async Task<HttpClient> ReaderAsync()
    {
        var reader = Host.From(ServerHost.Elsewhere);
        reader.DefaultRequestHeaders.Authorization = new("Bearer", await Host.AddTokenAsync(OperatorRole.Administrator));
        return reader;
    }

    /// <summary>Who signs in does not wait for the record, which is written within a moment.</summary>
    private static async Task EventuallyAsync(HttpClient reader, string query, Predicate<JsonObject> expected)
    {
        while (!(await ListAsync(reader, query)).Exists(expected))
        {
            await Task.Delay(50, Cancellation);
        }
    }

    private static async Task<List<JsonObject>> ListAsync(HttpClient reader, string query) =>
        (await reader.GetFromJsonAsync<List<JsonObject>>($"{Record}{query}", Cancellation))!;

    private static string? Text(JsonObject line, string name) => line[name]?.GetValue<string>();
}
