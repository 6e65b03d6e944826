using System.Net;
using Microsoft.Extensions.Time.Testing;
using Switchbook.SimulatedTenant.Tests.Conformance;
using Switchbook.SimulatedTenant.Tests.Support;

namespace Switchbook.SimulatedTenant.Tests.Subscriptions;

public sealed class SubscriptionTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private Simulation _tenant = null!;
    private TenantClient _client = null!;
    private NotificationReceiver _receiver = null!;

    public async ValueTask InitializeAsync()
    {
        _tenant = await Simulation.StartAsync(new SimulationOptions { Users = 10, Clock = _time, AccessTokenLifetime = TimeSpan.FromDays(1) }, TestContext.Current.CancellationToken);
        _client = new TenantClient(_tenant);
        _receiver = await NotificationReceiver.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _tenant.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_subscription_is_what_the_metadata_says()
    {
        var created = await CreateAsync();

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal(1, await GraphMetadata.ReadOneAsync(created, "subscriptions"));
        Assert.Equal(1, await GraphMetadata.ReadSetAsync(await _client.GetAsync("/subscriptions"), "subscriptions"));
        Assert.Equal(1, await GraphMetadata.ReadOneAsync(await _client.GetAsync($"/subscriptions/{Id(created)}"), "subscriptions"));
    }

    [Fact]
    public async Task Who_subscribes_is_told_of_people_who_come_change_and_go()
    {
        var id = Id(await CreateAsync());

        var person = _tenant.AddPerson(new Dictionary<string, object?>(StringComparer.Ordinal) { ["displayName"] = "Nora New" });
        var told = await _receiver.NextAsync();
        Assert.Equal("updated", told.GetProperty("changeType").GetString());
        Assert.Equal($"Users/{person}", told.GetProperty("resource").GetString());
        Assert.Equal("state", told.GetProperty("clientState").GetString());
        Assert.Equal(id, told.GetProperty("subscriptionId").GetString());

        _tenant.UpdatePerson(person, "mobilePhone", "+44 7700 900123");
        Assert.Equal("updated", (await _receiver.NextAsync()).GetProperty("changeType").GetString());
        _tenant.RemovePerson(person);
        Assert.Equal("updated", (await _receiver.NextAsync()).GetProperty("changeType").GetString());
        _tenant.RemovePerson(person, permanently: true);
        Assert.Equal("deleted", (await _receiver.NextAsync()).GetProperty("changeType").GetString());
    }

    [Fact]
    public async Task A_notification_that_is_not_taken_comes_again()
    {
        await CreateAsync();
        _receiver.Statuses.Enqueue(503);

        _tenant.RemovePerson((await _client.GetAsync("/users?$top=1")).Values.Single().GetProperty("id").GetString()!);

        Assert.Equal("updated", (await _receiver.NextAsync()).GetProperty("changeType").GetString());
    }

    [Fact]
    public async Task What_happens_to_a_subscription_itself_is_told_too()
    {
        var id = Id(await CreateAsync());
        using var http = new HttpClient { BaseAddress = _tenant.Endpoint };

        foreach (var told in (string[])["missed", "reauthorizationRequired", "subscriptionRemoved"])
        {
            using var raised = await http.PostAsync($"/_simulation/subscriptions/{id}/lifecycle/{told}", null, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NoContent, raised.StatusCode);
            Assert.Equal(told, (await _receiver.NextAsync()).GetProperty("lifecycleEvent").GetString());
        }

        Assert.Empty(_tenant.Subscriptions);
    }

    [Fact]
    public async Task A_subscription_is_renewed_removed_and_ends()
    {
        var id = Id(await CreateAsync(minutes: 60));
        var renewed = await _client.SendJsonAsync(HttpMethod.Patch, $"/subscriptions/{id}", new { expirationDateTime = _time.GetUtcNow().AddMinutes(120) });
        Assert.Equal(HttpStatusCode.OK, renewed.Status);
        _time.Advance(TimeSpan.FromMinutes(100));
        Assert.Single(_tenant.Subscriptions);
        _time.Advance(TimeSpan.FromMinutes(21));
        Assert.Empty(_tenant.Subscriptions);

        var other = Id(await CreateAsync());
        Assert.Equal(HttpStatusCode.NoContent, (await _client.SendJsonAsync(HttpMethod.Delete, $"/subscriptions/{other}", null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.SendJsonAsync(HttpMethod.Delete, $"/subscriptions/{other}", null)).Status);
    }

    [Fact]
    public async Task What_ends_very_soon_is_given_45_minutes()
    {
        await CreateAsync(minutes: 1);

        Assert.Equal(_time.GetUtcNow().AddMinutes(45), Assert.Single(_tenant.Subscriptions).Ends);
    }

    [Theory]
    [InlineData("long", "ExtensionError")]
    [InlineData("state", "InvalidRequest")]
    [InlineData("open", "InvalidRequest")]
    [InlineData("resource", "InvalidRequest")]
    [InlineData("change", "InvalidRequest")]
    [InlineData("token", "ValidationError")]
    [InlineData("nobody", "ValidationError")]
    public async Task What_may_not_be_is_refused(string fault, string code)
    {
        _receiver.Token = fault == "token" ? "another" : null;
        var refused = await _client.SendJsonAsync(HttpMethod.Post, "/subscriptions", new
        {
            changeType = fault == "change" ? "renamed" : "updated",
            notificationUrl = fault switch { "open" => "http://example.com/hook", "nobody" => $"{_receiver.Url.Replace("/hook", "/none", StringComparison.Ordinal)}", _ => _receiver.Url },
            resource = fault == "resource" ? "teams" : "users",
            expirationDateTime = _time.GetUtcNow().AddMinutes(fault == "long" ? 41_761 : 41_760),
            clientState = fault == "state" ? new string('s', 129) : "state",
        });

        Assert.Equal((HttpStatusCode.BadRequest, code), (refused.Status, refused.ErrorCode));
        Assert.Empty(_tenant.Subscriptions);
    }

    [Fact]
    public async Task Who_may_not_read_users_may_not_subscribe()
    {
        _tenant.Faults.Set("missing-consent:User.Read.All");

        Assert.Equal(HttpStatusCode.Forbidden, (await CreateAsync()).Status);
    }

    private Task<Answer> CreateAsync(int minutes = 41_760) => _client.SendJsonAsync(HttpMethod.Post, "/subscriptions", new
    {
        changeType = "updated,deleted",
        notificationUrl = _receiver.Url,
        lifecycleNotificationUrl = _receiver.Url,
        resource = "users",
        expirationDateTime = _time.GetUtcNow().AddMinutes(minutes),
        clientState = "state",
    });

    private static string Id(Answer created) => created.Json.GetProperty("id").GetString()!;
}
