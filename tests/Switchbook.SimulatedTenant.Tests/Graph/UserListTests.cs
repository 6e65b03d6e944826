using System.Net;
using Switchbook.SimulatedTenant.Tests.Support;

namespace Switchbook.SimulatedTenant.Tests.Graph;

public sealed class UserListTests(RunningTenant tenant) : IClassFixture<RunningTenant>
{
    private readonly TenantClient _client = tenant.Client;

    [Theory]
    [InlineData("/users?$select=id", 25)]
    [InlineData("/users?$select=id&$top=999", 3)]
    [InlineData("/users?$select=id&$top=2500", null)]
    [InlineData("/users?$select=id&$top=0", null)]
    public async Task A_page_holds_100_people_or_as_many_as_asked_up_to_999(string address, int? pages)
    {
        if (pages is null)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await _client.GetAsync(address)).Status);
            return;
        }

        var read = await _client.PagesAsync(address);
        Assert.Equal(pages, read.Count);
        var ids = read.SelectMany(page => page.Values).Select(person => person.GetProperty("id").GetString()).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(2500, ids.Count);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_people_in_another_process()
    {
        await using var other = await Simulation.StartAsync(
            new SimulationOptions { Users = 2500 }, TestContext.Current.CancellationToken);
        using var client = new TenantClient(other);
        const string Address = "/users?$top=50&$select=id,displayName,businessPhones,mobilePhone,mail,userType,accountEnabled";
        var (one, two) = (await _client.GetAsync(Address), await client.GetAsync(Address));
        Assert.Equal(one.Values.Select(person => person.ToString()), two.Values.Select(person => person.ToString()), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Without_a_selection_the_eleven_usual_properties_come()
    {
        var person = (await _client.GetAsync("/users?$top=1")).Values.Single();
        Assert.Equal(
            [
                "businessPhones", "displayName", "givenName", "id", "jobTitle", "mail", "mobilePhone", "officeLocation",
                "preferredLanguage", "surname", "userPrincipalName",
            ],
            person.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal("Adele Vance", person.GetProperty("displayName").GetString());
    }

    [Fact]
    public async Task A_misspelt_property_is_passed_over_in_silence() =>
        Assert.Equal(
            ["id"],
            (await _client.GetAsync("/users?$top=1&$select=id,bussinessPhones")).Values.Single()
                .EnumerateObject().Select(member => member.Name), StringComparer.Ordinal);

    [Fact]
    public async Task A_property_of_one_user_only_is_not_implemented_for_lists() =>
        Assert.Equal(HttpStatusCode.NotImplemented, (await _client.GetAsync("/users?$select=aboutMe")).Status);

    [Theory]
    [InlineData("/users?$skip=10", "Request_BadRequest")]
    [InlineData("/users?$nonsense=1", "Request_BadRequest")]
    [InlineData("/users?$skiptoken=AAAA", "Request_BadRequest")]
    [InlineData("/users/$count", "Request_BadRequest")]
    [InlineData("/users?$search=\"displayName:a\"", "Request_UnsupportedQuery")]
    [InlineData("/nosuch", "BadRequest")]
    public async Task What_Graph_does_not_do_is_refused(string address, string code)
    {
        var answer = await _client.GetAsync(address);
        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task The_count_comes_on_the_first_page_and_only_with_the_header()
    {
        const string Address = "/users?$select=id&$top=999&$count=true";
        Assert.False((await _client.GetAsync(Address)).Json.TryGetProperty("@odata.count", out _));
        var pages = await _client.PagesAsync(Address, ("ConsistencyLevel", "eventual"));
        Assert.Equal(2500, pages[0].Json.GetProperty("@odata.count").GetInt32());
        Assert.All(pages.Skip(1), page => Assert.False(page.Json.TryGetProperty("@odata.count", out _)));
    }

    [Fact]
    public async Task A_page_token_is_bound_to_its_query()
    {
        var next = (await _client.GetAsync("/users?$select=id&$top=10")).NextLink!;
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.GetAsync(next.Replace("$select=id", "$select=mail", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(next)).Status);
    }

    [Fact]
    public async Task Names_are_sorted_when_asked()
    {
        var names = (await _client.ListAsync("/users?$select=displayName&$orderby=displayName&$top=999"))
            .ConvertAll(person => person.GetProperty("displayName").GetString());
        Assert.Equal(names.Order(StringComparer.OrdinalIgnoreCase), names, StringComparer.Ordinal);
        Assert.Equal(2500, names.Count);
    }

    [Fact]
    public async Task A_user_is_found_by_ID_and_by_principal_name()
    {
        var id = (await _client.GetAsync("/users?$top=1&$select=id")).Values.Single().GetProperty("id").GetString();
        Assert.Equal("Adele Vance", (await _client.GetAsync($"/users/{id}")).Json.GetProperty("displayName").GetString());
        Assert.Equal(id, (await _client.GetAsync("/users/adelev@contoso.example?$select=id")).Json.GetProperty("id").GetString());
        var missing = await _client.GetAsync($"/users/{Guid.NewGuid()}");
        Assert.Equal((HttpStatusCode.NotFound, "Request_ResourceNotFound"), (missing.Status, missing.ErrorCode));
    }

    [Fact]
    public async Task Every_answer_has_the_headers_that_support_asks_for()
    {
        var given = Guid.NewGuid().ToString();
        var answer = await _client.GetAsync("/users?$top=1", ("client-request-id", given));
        Assert.Equal(given, answer.Headers["client-request-id"]);
        Assert.True(Guid.TryParse(answer.Headers["request-id"], out _));
        Assert.Equal("1", answer.Headers["x-ms-resource-unit"]);
        Assert.StartsWith("application/json;odata.metadata=minimal;odata.streaming=true", answer.Headers["Content-Type"].Replace(" ", ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_compressed_when_the_client_takes_it()
    {
        using var response = await _client.SendAsync("/users?$top=999", ("Accept-Encoding", "gzip"));
        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
        await using var plain = new System.IO.Compression.GZipStream(
            await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), System.IO.Compression.CompressionMode.Decompress);
        using var json = await System.Text.Json.JsonDocument.ParseAsync(plain, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(999, json.RootElement.GetProperty("value").GetArrayLength());
    }

    [Fact]
    public async Task Nobody_is_answered_without_a_good_token()
    {
        using var http = new HttpClient { BaseAddress = tenant.Simulation.Endpoint };
        foreach (var header in new[] { "", "Bearer nonsense", "Bearer " + await _client.TokenAsync() + "x", "Basic YTpi" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1.0/users");
            request.Headers.TryAddWithoutValidation("Authorization", header);
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var answer = await Answer.ReadAsync(response);
            Assert.Equal((HttpStatusCode.Unauthorized, "InvalidAuthenticationToken"), (answer.Status, answer.ErrorCode));
        }
    }
}
