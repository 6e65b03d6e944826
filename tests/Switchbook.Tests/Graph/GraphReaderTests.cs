namespace Switchbook.Tests.Graph;

public sealed class GraphReaderTests
{
    [Fact]
    public async Task Pages_are_followed_to_the_last_and_people_keep_their_values()
    {
        await using var tenant = await MicrosoftStandIn.StartAsync();
        tenant.Graph = context => context.Request.Query.ContainsKey("page")
            ? MicrosoftStandIn.JsonAsync(context, """{"value":[{"id":"b","displayName":"Bo","businessPhones":["1","2"]}]}""")
            : MicrosoftStandIn.JsonAsync(context, $$"""{"@odata.nextLink":"{{tenant.Address}}v1.0/users?page=2","value":[{"id":"a","displayName":"Al","businessPhones":[]}]}""");
        using var tools = new ReadingTools();

        var read = await tools.ReadAsync(tenant);

        Assert.Equal("a b", string.Join(' ', read.People.Select(person => person.Id)));
        Assert.Equal("Bo", Assert.Single(read.People[1].Values[0]));
        Assert.Equal("1 2", string.Join(' ', read.People[1].Values[1]));
        Assert.Equal((2, 2, 2), (read.Progress.Pages, read.Progress.People, read.Progress.Requests));
        Assert.Equal("/v1.0/users?$select=id,displayName,businessPhones,userPrincipalName&$top=999", tenant.Requests.First().Target);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_as_such()
    {
        await using var tenant = await MicrosoftStandIn.StartAsync();
        tenant.Token = context => MicrosoftStandIn.JsonAsync(
            context, """{"error":"invalid_client","error_description":"AADSTS7000215: Invalid.","error_codes":[7000215],"timestamp":"2026-11-23 12:00:00Z","trace_id":"t1","correlation_id":"c1"}""", 401);
        using var tools = new ReadingTools();

        var problem = await tools.FailAsync(tenant);

        Assert.Equal("SB-SIGNIN-001", problem.Code);
        Assert.Contains("AADSTS7000215", problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, tenant.TokensAsked);
    }

    [Fact]
    public async Task Retry_After_is_waited_to_the_second_and_counted()
    {
        await using var tenant = await MicrosoftStandIn.StartAsync();
        tenant.Graph = context =>
        {
            if (tenant.Requests.Count > 1)
            {
                return MicrosoftStandIn.JsonAsync(context, """{"value":[{"id":"a","displayName":"Al"}]}""");
            }

            context.Response.Headers.RetryAfter = "17";
            return MicrosoftStandIn.ErrorAsync(context, 429, "TooManyRequests");
        };
        using var tools = new ReadingTools();

        var read = await tools.ReadAsync(tenant);

        Assert.Equal(TimeSpan.FromSeconds(17), Assert.Single(tools.Time.Waits));
        Assert.Equal(TimeSpan.FromSeconds(17), read.Progress.Throttled);
        Assert.Null(read.Progress.WaitingUntil);
        Assert.Equal(2, read.Progress.Requests);
    }

    [Fact]
    public async Task A_circle_whose_links_are_written_anew_each_time_ends_the_read()
    {
        await using var tenant = await MicrosoftStandIn.StartAsync();
        tenant.Graph = context => MicrosoftStandIn.JsonAsync(
            context, $$"""{"@odata.nextLink":"{{tenant.Address}}v1.0/users?turn={{tenant.Requests.Count}}","value":[{"id":"a"}]}""");
        using var tools = new ReadingTools();

        Assert.Equal("SB-GRAPH-050", (await tools.FailAsync(tenant)).Code);
        Assert.InRange(tenant.Requests.Count, 2, 10);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_token()
    {
        await using var other = await MicrosoftStandIn.StartAsync();
        await using var tenant = await MicrosoftStandIn.StartAsync();
        tenant.Graph = context =>
        {
            context.Response.Redirect(other.Address.AbsoluteUri);
            return Task.CompletedTask;
        };
        using var tools = new ReadingTools();

        Assert.Equal("SB-GRAPH-016", (await tools.FailAsync(tenant)).Code);
        Assert.Empty(other.Requests);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task A_group_that_lists_fewer_than_it_counts_is_not_whole_beyond_a_few(int counted, bool isWhole)
    {
        await using var tenant = await MicrosoftStandIn.StartAsync();
        tenant.Graph = context => MicrosoftStandIn.JsonAsync(
            context, $$"""{"@odata.count":{{counted}},"value":[{"id":"a","displayName":"Al"}]}""");
        using var tools = new ReadingTools();

        if (isWhole)
        {
            Assert.Single((await tools.ReadAsync(tenant, ReadingTools.Members())).People);
        }
        else
        {
            Assert.Equal("SB-GRAPH-054", (await tools.FailAsync(tenant, ReadingTools.Members())).Code);
        }

        Assert.Equal("eventual", tenant.Requests.Last().Headers["ConsistencyLevel"]);
    }

    [Fact]
    public async Task A_budget_of_waiting_that_is_spent_ends_the_read_and_names_the_wait()
    {
        await using var tenant = await MicrosoftStandIn.StartAsync();
        tenant.Graph = context =>
        {
            context.Response.Headers.RetryAfter = "600";
            return MicrosoftStandIn.ErrorAsync(context, 429, "TooManyRequests");
        };
        using var tools = new ReadingTools(new() { MaximumWait = TimeSpan.FromMinutes(15) });

        var problem = await tools.FailAsync(tenant);

        Assert.Equal("SB-GRAPH-040", problem.Code);
        Assert.Contains("600 s", problem.Message, StringComparison.Ordinal);
        Assert.Contains("rid-1", problem.Message, StringComparison.Ordinal);
        Assert.Equal(2, tenant.Requests.Count);
    }

    [Fact]
    public async Task A_token_that_shows_no_permission_is_refused_before_the_first_page()
    {
        await using var tenant = await MicrosoftStandIn.StartAsync();
        tenant.Roles = ["User.ReadBasic.All"];
        using var tools = new ReadingTools();

        Assert.Equal("SB-GRAPH-023", (await tools.FailAsync(tenant)).Code);
        Assert.Empty(tenant.Requests);
    }
}
