using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.Tests.Graph;

namespace Switchbook.Tests.Links;

public sealed class ConnectionTestTests
{
    private static async Task<(ConnectionTestResult Result, List<TestStep> Told)> RunAsync(TenantConnection connection, ReadRequest request)
    {
        using var tools = new ReadingTools();
        var told = new List<TestStep>();
        var test = new ConnectionTest(tools.Sessions, tools.Tokens, tools.Transport, TimeProvider.System);
        var result = await test.RunAsync(connection, request, new Listener(told), TestContext.Current.CancellationToken);
        return (result, told);
    }

    [Fact]
    public async Task A_good_group_link_passes_every_step_and_shows_the_group_and_its_first_people()
    {
        await using var tenant = await MicrosoftStandIn.StartAsync();
        tenant.Graph = context => MicrosoftStandIn.JsonAsync(
            context,
            context.Request.Path.Value!.Contains("Members", StringComparison.Ordinal)
                ? """{"@odata.count":1234,"value":[{"id":"a","displayName":"Al","businessPhones":["1"]}]}"""
                : """{"id":"g1","displayName":"Sales"}""");

        var (result, told) = await RunAsync(tenant.Connection, ReadingTools.Members());

        Assert.True(result.Passed);
        Assert.Equal(("Sales", 1234), (result.GroupName, result.GroupSize));
        Assert.Equal("Al", Assert.Single(result.People).Values[0][0]);
        Assert.Equal(
            "Name resolution Passed, TLS Skipped, Sign-in Passed, Permissions Passed, Credential Skipped, Group Passed, First people Passed",
            string.Join(", ", told.Select(step => $"{step.Name} {step.Outcome}")));
        Assert.Contains(told, step => step.Detail == "Sales, 1,234 people");
    }

    [Fact]
    public async Task The_first_failing_step_says_what_to_do_and_the_rest_is_skipped()
    {
        await using var tenant = await MicrosoftStandIn.StartAsync();
        tenant.Roles = ["User.Read.All"];

        var (result, _) = await RunAsync(tenant.Connection, ReadingTools.Members());

        Assert.False(result.Passed);
        var failed = Assert.Single(result.Steps, step => step.Outcome == TestOutcome.Failed);
        Assert.Equal("Permissions", failed.Name);
        Assert.Contains("GroupMember.Read.All", failed.Problem!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("User.Read.All", failed.Problem.Message, StringComparison.Ordinal);
        Assert.Contains("/adminconsent?client_id=", failed.Problem.Action, StringComparison.Ordinal);
        Assert.Equal("Credential, Group, First people", string.Join(", ", result.Steps.SkipWhile(step => step != failed).Skip(1).Select(step => step.Name)));
        Assert.Empty(tenant.Requests);
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_fails_the_first_step()
    {
        await using var tenant = await MicrosoftStandIn.StartAsync();
        var connection = tenant.Connection with
        {
            Endpoints = CloudEndpoints.Custom("https://login.nowhere.invalid", "https://graph.nowhere.invalid"),
        };

        var (result, _) = await RunAsync(connection, ReadingTools.Everyone);

        Assert.Equal("SB-GRAPH-010", result.Steps[0].Problem!.Code);
        Assert.All(result.Steps.Skip(1), step => Assert.Equal(TestOutcome.Skipped, step.Outcome));
    }

    private sealed class Listener(List<TestStep> told) : IProgress<TestStep>
    {
        public void Report(TestStep value) => told.Add(value);
    }
}
