using System.Diagnostics;
using System.Text.Json;
using Switchbook.SimulatedTenant.Tests.Support;

namespace Switchbook.SimulatedTenant.Tests.Faults;

/// <summary>Each fault of the pages at the first, a middle and the last page: what a client sees, and that it ends there.</summary>
public sealed class FaultMatrixTests(RunningTenant tenant) : IClassFixture<RunningTenant>
{
    private const string Address = "/users?$select=id,displayName&$top=500";
    private const int Pages = 5;

    private static readonly TimeSpan LongPatience = TimeSpan.FromMinutes(1);

    /// <summary>What a client sees of the page that is struck.</summary>
    private static readonly Dictionary<string, string> Seen = new(StringComparer.Ordinal)
    {
        ["throttle"] = "429",
        ["unavailable"] = "503",
        ["gateway-timeout"] = "504",
        ["bad-gateway"] = "502",
        ["internal-error"] = "500",
        ["unauthorized"] = "401",
        ["forbidden"] = "403",
        ["expired-page-token"] = "400",
        ["drop"] = "broken",
        ["abort"] = "broken",
        ["short-body"] = "broken",
        ["stall"] = "late",
        ["truncate"] = "no JSON",
        ["garbage"] = "no JSON",
        ["empty-body"] = "no JSON",
        ["missing-value"] = "no list",
        ["null-person"] = "null",
        ["too-deep"] = "no JSON",
        ["empty-page"] = "empty",
        ["repeated-next-link"] = "circle",
        ["foreign-next-link"] = "away",
        ["duplicate-person"] = "twice",
        ["limited-members"] = "limited",
    };

    public static TheoryData<string, FaultPosition> Matrix()
    {
        var matrix = new TheoryData<string, FaultPosition>();
        foreach (var fault in FaultCatalogue.All.Where(fault => fault.Target == FaultTarget.Page && fault.Name != FaultNames.Slow))
        {
            foreach (var position in new[] { FaultPosition.First, FaultPosition.Middle, FaultPosition.Last })
            {
                matrix.Add(fault.Name, position);
            }
        }

        return matrix;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task A_fault_strikes_its_page_alone(string name, FaultPosition position)
    {
        var expected = name == "expired-page-token" && position == FaultPosition.First ? "good" : Seen[name];
        var struck = position switch { FaultPosition.First => 1, FaultPosition.Middle => 3, _ => Pages };
        await using var clean = new Clearing(tenant.Simulation.Faults);
        tenant.Simulation.Faults.Set(new Fault(name) { Position = position, Times = 1 });
        var next = Address;
        for (var page = 1; page <= Pages; page++)
        {
            var seen = await LookAsync(next, expected == "late" && page == struck ? TimeSpan.FromSeconds(2) : LongPatience);
            Assert.Equal(page == struck ? expected : "good", seen);
            if (page == struck)
            {
                // The fault is over: the same page is good now.
                tenant.Simulation.Faults.Clear();
                Assert.Equal("good", await LookAsync(next, LongPatience));
            }

            next = (await tenant.Client.GetAsync(next)).NextLink ?? next;
        }
    }

    [Fact]
    public async Task A_throttled_client_is_told_how_long_to_wait()
    {
        await using var clean = new Clearing(tenant.Simulation.Faults);
        tenant.Simulation.Faults.Set("throttle:7");
        Assert.Equal("7", (await tenant.Client.GetAsync(Address)).Headers["Retry-After"]);
    }

    [Fact]
    public async Task A_slow_page_takes_its_time()
    {
        await using var clean = new Clearing(tenant.Simulation.Faults);
        tenant.Simulation.Faults.Set("slow:300");
        var started = Stopwatch.GetTimestamp();
        Assert.Equal(200, (int)(await tenant.Client.GetAsync(Address)).Status);
        Assert.True(Stopwatch.GetElapsedTime(started) > TimeSpan.FromMilliseconds(290));
    }

    [Fact]
    public async Task The_group_may_be_gone()
    {
        await using var clean = new Clearing(tenant.Simulation.Faults);
        tenant.Simulation.Faults.Set("group-gone");
        var answer = await tenant.Client.GetAsync($"/groups/{tenant.Simulation.Groups[0].Id}/transitiveMembers");
        Assert.Equal((404, "Request_ResourceNotFound"), ((int)answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData("wrong-secret", 401, 7000215)]
    [InlineData("expired-secret", 401, 7000222)]
    [InlineData("unknown-application", 400, 700016)]
    [InlineData("unknown-tenant", 400, 90002)]
    [InlineData("token-throttle:9", 429, 90055)]
    [InlineData("token-unavailable", 503, 90033)]
    public async Task The_sign_in_may_refuse(string fault, int status, int code)
    {
        await using var clean = new Clearing(tenant.Simulation.Faults);
        tenant.Simulation.Faults.Set(fault);
        var answer = await tenant.Client.PostTokenAsync();
        Assert.Equal((status, code), ((int)answer.Status, answer.Json.GetProperty("error_codes")[0].GetInt32()));
        Assert.Equal(status == 429, answer.Headers.ContainsKey("Retry-After"));
    }

    [Fact]
    public async Task A_permission_may_be_missing_from_the_token()
    {
        await using var clean = new Clearing(tenant.Simulation.Faults);
        tenant.Simulation.Faults.Set("missing-consent:User.Read.All");
        using var client = new TenantClient(tenant.Simulation);
        Assert.Equal(403, (int)(await client.GetAsync("/users")).Status);
        var reception = tenant.Simulation.Groups.Single(group => group.DisplayName == "Reception");
        Assert.All(
            await client.ListAsync($"/groups/{reception.Id}/members?$select=id,displayName"),
            member => Assert.Equal(JsonValueKind.Null, member.GetProperty("displayName").ValueKind));
    }

    [Fact]
    public async Task Faults_are_set_and_cleared_at_the_admin_endpoint()
    {
        await using var clean = new Clearing(tenant.Simulation.Faults);
        using var http = new HttpClient { BaseAddress = tenant.Simulation.Endpoint };
        var ct = TestContext.Current.CancellationToken;
        using var good = new StringContent("throttle:5@middle,once");
        using var bad = new StringContent("nosuch");
        Assert.Equal(204, (int)(await http.PostAsync("/_simulation/faults", good, ct)).StatusCode);
        Assert.Equal(400, (int)(await http.PostAsync("/_simulation/faults", bad, ct)).StatusCode);
        Assert.Contains("throttle:5@middle,once", await http.GetStringAsync("/_simulation/faults", ct), StringComparison.Ordinal);
        Assert.Equal(204, (int)(await http.DeleteAsync("/_simulation/faults/throttle", ct)).StatusCode);
        Assert.Empty(tenant.Simulation.Faults.Active);
    }

    private async Task<string> LookAsync(string address, TimeSpan patience)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(patience);
        try
        {
            using var response = await tenant.Client.SendAsync(address);
            var text = await response.Content.ReadAsStringAsync(limit.Token);
            return response.IsSuccessStatusCode
                ? Describe(text, address)
                : ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (HttpRequestException)
        {
            return "broken";
        }
        catch (OperationCanceledException)
        {
            return "late";
        }
    }

    private static string Describe(string text, string address)
    {
        try
        {
            var json = JsonElement.Parse(text);
            return !json.TryGetProperty("value", out var list) ? "no list"
                : list.EnumerateArray().Any(person => person.ValueKind == JsonValueKind.Null) ? "null"
                : list.GetArrayLength() == 0 ? "empty"
                : list.GetArrayLength() == 501 ? "twice"
                : list.EnumerateArray().All(person => person.GetProperty("displayName").ValueKind == JsonValueKind.Null) ? "limited"
                : !json.TryGetProperty("@odata.nextLink", out var next) ? "good"
                : next.GetString()!.Contains("invalid", StringComparison.Ordinal) ? "away"
                : Uri.UnescapeDataString(next.GetString()!).EndsWith(address, StringComparison.Ordinal) ? "circle"
                : "good";
        }
        catch (JsonException)
        {
            return "no JSON";
        }
    }

    /// <summary>Leaves the tenant without faults, however a test ends.</summary>
    private sealed class Clearing(FaultControl faults) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            faults.Clear();
            return ValueTask.CompletedTask;
        }
    }
}
