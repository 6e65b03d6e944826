using Switchbook.Graph;
using Switchbook.Problems;
using Switchbook.SimulatedTenant;

namespace Switchbook.Tests.Graph;

/// <summary>Every fault that the simulated tenant knows, on the first, a middle and the last page: all people or none.</summary>
public sealed class FaultMatrixTests : IClassFixture<FaultMatrixTests.Tenant>
{
    private const string Whole = "whole";

    /// <summary>How a read ends under each fault: with everybody, or with a problem.</summary>
    private static readonly Dictionary<string, string> Outcomes = new(StringComparer.Ordinal)
    {
        ["wrong-secret"] = "SB-SIGNIN-001",
        ["expired-secret"] = "SB-SIGNIN-002",
        ["unknown-application"] = "SB-SIGNIN-003",
        ["unknown-tenant"] = "SB-SIGNIN-004",
        ["missing-consent"] = "SB-GRAPH-021",
        ["token-throttle"] = Whole,
        ["token-unavailable"] = Whole,
        ["token-garbage"] = "SB-GRAPH-017",
        ["short-token"] = Whole,
        ["throttle"] = Whole,
        ["unavailable"] = Whole,
        ["gateway-timeout"] = Whole,
        ["bad-gateway"] = Whole,
        ["internal-error"] = "SB-GRAPH-041",
        ["unauthorized"] = Whole,
        ["forbidden"] = "SB-GRAPH-020",
        ["expired-page-token"] = Whole,
        ["drop"] = Whole,
        ["abort"] = Whole,
        ["truncate"] = Whole,
        ["short-body"] = Whole,
        ["slow"] = Whole,
        ["stall"] = Whole,
        ["empty-page"] = Whole,
        ["repeated-next-link"] = "SB-GRAPH-050",
        ["foreign-next-link"] = "SB-GRAPH-051",
        ["duplicate-person"] = Whole,
        ["limited-members"] = "SB-GRAPH-022",
        ["null-person"] = "SB-GRAPH-018",
        ["missing-value"] = "SB-GRAPH-018",
        ["garbage"] = "SB-GRAPH-017",
        ["empty-body"] = Whole,
        ["too-deep"] = "SB-GRAPH-018",
        ["group-gone"] = "SB-GRAPH-030",
    };

    private readonly Tenant _tenant;

    public FaultMatrixTests(Tenant tenant)
    {
        _tenant = tenant;
        _tenant.Simulation.Faults.Clear();
    }

    public static TheoryData<string, string> Matrix
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var fault in FaultCatalogue.All.Where(fault => fault.Target != FaultTarget.Delta))
            {
                string[] places = fault.Target == FaultTarget.Page ? ["@first", "@middle", "@last"] : [""];
                foreach (var place in places)
                {
                    rows.Add(fault.Name, place);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task A_read_under_a_fault_gives_everybody_or_a_problem(string fault, string place)
    {
        using var tools = new ReadingTools(new() { RequestTimeout = TimeSpan.FromSeconds(fault == "stall" ? 1 : 30) });
        var expected = Outcomes[fault];
        _tenant.Simulation.Faults.Set((fault == "slow" ? "slow:50" : fault) + place);

        if (expected == Whole)
        {
            var read = await ReadAsync(tools);
            Assert.Equal(_tenant.Everyone, Ids(read));
        }
        else
        {
            var exception = await Assert.ThrowsAsync<ProblemException>(() => ReadAsync(tools));
            Assert.Equal(expected, exception.Problem.Code);
            Assert.DoesNotContain(_tenant.Simulation.ClientSecret, exception.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("throttle:7@middle", 7)]
    [InlineData("token-throttle:9", 9)]
    public async Task A_wait_that_Microsoft_asks_for_is_kept_to_the_second(string fault, int seconds)
    {
        using var tools = new ReadingTools();
        _tenant.Simulation.Faults.Set(fault);

        var read = await ReadAsync(tools);

        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(tools.Time.Waits));
        Assert.Equal(TimeSpan.FromSeconds(seconds), read.Progress.Throttled);
    }

    [Fact]
    public async Task An_expired_page_token_drops_what_was_read_and_begins_anew()
    {
        using var tools = new ReadingTools();
        _tenant.Simulation.Faults.Set("expired-page-token@last,2");

        var read = await ReadAsync(tools);

        Assert.Equal((2, 0), (read.Restarts, read.Repeated));
        Assert.Equal(_tenant.Everyone, Ids(read));
    }

    [Fact]
    public async Task Page_tokens_that_expire_again_and_again_end_the_read()
    {
        using var tools = new ReadingTools();
        _tenant.Simulation.Faults.Set("expired-page-token@last,always");

        var exception = await Assert.ThrowsAsync<ProblemException>(() => ReadAsync(tools));

        Assert.Equal("SB-GRAPH-053", exception.Problem.Code);
        Assert.Contains("Directory_ExpiredPageToken", exception.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_duplicate_is_counted_and_taken_once()
    {
        using var tools = new ReadingTools();
        _tenant.Simulation.Faults.Set("duplicate-person@first");

        Assert.Equal(1, (await ReadAsync(tools)).Repeated);
    }

    [Theory]
    [InlineData("missing-consent:User.Read.All", "SB-GRAPH-022", "User.Read.All")]
    [InlineData("missing-consent:GroupMember.Read.All", "SB-GRAPH-020", "GroupMember.Read.All")]
    public async Task A_missing_permission_is_named(string fault, string code, string permission)
    {
        using var tools = new ReadingTools();
        _tenant.Simulation.Faults.Set(fault);

        var problem = (await Assert.ThrowsAsync<ProblemException>(() => ReadAsync(tools))).Problem;

        Assert.Equal(code, problem.Code);
        Assert.Contains(permission, problem.Action, StringComparison.Ordinal);
        Assert.Contains("/adminconsent", problem.Action, StringComparison.Ordinal);
    }

    private static string Ids(PeopleRead<Person> read) =>
        string.Join('\n', read.People.Select(person => person.Id).Order(StringComparer.Ordinal));

    private Task<PeopleRead<Person>> ReadAsync(ReadingTools tools) => tools.Reader.Open(
        _tenant.Connection, ReadingTools.Members(_tenant.GroupId), progress: null).ReadAllAsync(person => person, TestContext.Current.CancellationToken);

    /// <summary>A group of some pages, shared by all tests of the class.</summary>
    public sealed class Tenant : IAsyncLifetime
    {
        internal Simulation Simulation { get; private set; } = null!;

        internal string GroupId { get; private set; } = "";

        internal string Everyone { get; private set; } = "";

        internal TenantConnection Connection => new()
        {
            TenantId = Simulation.TenantId,
            ClientId = Simulation.ClientId,
            Credential = new ClientCredential.Secret(Simulation.ClientSecret),
            Endpoints = CloudEndpoints.Custom(Simulation.Endpoint.AbsoluteUri, Simulation.Endpoint.AbsoluteUri),
        };

        public async ValueTask InitializeAsync()
        {
            Simulation = await Simulation.StartAsync(new SimulationOptions { Users = 5000 }, TestContext.Current.CancellationToken);
            var group = Simulation.Groups.Single(one => one.DisplayName == "Everyone in Operations");
            GroupId = group.Id;
            using var tools = new ReadingTools();
            var read = await tools.Reader.Open(Connection, ReadingTools.Members(GroupId), progress: null)
                .ReadAllAsync(person => person, TestContext.Current.CancellationToken);
            Everyone = Ids(read);
            Assert.Equal(group.TransitiveMembers, read.People.Count);
        }

        public ValueTask DisposeAsync() => Simulation.DisposeAsync();
    }
}
