using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Switchbook.SimulatedTenant.Tests.Support;

namespace Switchbook.SimulatedTenant.Tests.Delta;

public sealed class UserDeltaTests : IAsyncLifetime
{
    private const string Round = "/users/delta?$select=id,displayName,businessPhones,mobilePhone";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private Simulation _simulation = null!;
    private TenantClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _simulation = await Simulation.StartAsync(
            new SimulationOptions { Users = 950, Clock = _clock, AccessTokenLifetime = TimeSpan.FromDays(30) },
            TestContext.Current.CancellationToken);
        _client = new TenantClient(_simulation);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _simulation.DisposeAsync();
    }

    [Fact]
    public async Task The_first_round_lists_everybody_at_least_once_and_ends_with_a_delta_link()
    {
        var pages = await _client.PagesAsync(Round);
        Assert.All(pages, page => Assert.True(page.NextLink is null != page.DeltaLink is null));
        var people = pages.SelectMany(page => page.Values).Select(person => person.GetProperty("id").GetString()!).ToArray();
        Assert.Equal(950, people.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(950 + pages.Count - 1, people.Length);
    }

    [Fact]
    public async Task A_property_that_was_never_set_is_absent_and_a_cleared_one_is_null()
    {
        var link = (await _client.PagesAsync(Round))[^1].DeltaLink!;
        var id = await IdOf("Adele Vance");
        _simulation.UpdatePerson(id, "mobilePhone", null);
        var adele = Assert.Single((await _client.GetAsync(link)).Values);
        Assert.Equal(JsonValueKind.Null, adele.GetProperty("mobilePhone").ValueKind);
        Assert.Equal("Adele Vance", adele.GetProperty("displayName").GetString());
        var alex = (await _client.PagesAsync(Round)).SelectMany(page => page.Values)
            .First(person => person.TryGetProperty("displayName", out var name) && name.GetString() == "Alex Wilber");
        Assert.False(alex.TryGetProperty("mobilePhone", out _));
    }

    [Fact]
    public async Task A_round_tells_who_came_changed_went_and_returned()
    {
        var link = (await _client.PagesAsync(Round))[^1].DeltaLink!;
        var (alex, megan, nestor) = (await IdOf("Alex Wilber"), await IdOf("Megan Bowen"), await IdOf("Nestor Wilke"));
        var added = _simulation.AddPerson(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["displayName"] = "New Person",
            ["businessPhones"] = "+44 1632 960999",
        });
        _simulation.UpdatePerson(alex, "displayName", "Alexander Wilber");
        _simulation.RemovePerson(megan);
        _simulation.RemovePerson(nestor, permanently: true);
        var answer = await _client.GetAsync(link);
        Assert.Equal(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [added] = "New Person",
                [alex] = "Alexander Wilber",
                [megan] = "changed",
                [nestor] = "deleted",
            },
            answer.Values.ToDictionary(person => person.GetProperty("id").GetString()!, NameOrReason, StringComparer.Ordinal));

        _simulation.RestorePerson(megan);
        var restored = Assert.Single((await _client.GetAsync(answer.DeltaLink!)).Values);
        Assert.Equal(("Megan Bowen", megan), (NameOrReason(restored), restored.GetProperty("id").GetString()));
        Assert.Empty((await _client.GetAsync((await _client.GetAsync(answer.DeltaLink!)).DeltaLink!)).Values);
    }

    [Fact]
    public async Task What_is_not_selected_is_not_tracked()
    {
        var link = (await _client.PagesAsync(Round))[^1].DeltaLink!;
        _simulation.UpdatePerson(await IdOf("Adele Vance"), "jobTitle", "Boss");
        Assert.Empty((await _client.GetAsync(link)).Values);
    }

    [Fact]
    public async Task A_minimal_answer_holds_what_changed_alone()
    {
        var link = (await _client.PagesAsync(Round))[^1].DeltaLink!;
        _simulation.UpdatePerson(await IdOf("Adele Vance"), "mobilePhone", "+44 7700 900999");
        var answer = await _client.GetAsync(link, ("Prefer", "return=minimal"));
        Assert.Equal(["mobilePhone", "id"], Assert.Single(answer.Values).EnumerateObject().Select(member => member.Name), StringComparer.Ordinal);
        Assert.Equal("return=minimal", answer.Headers["Preference-Applied"]);
    }

    [Fact]
    public async Task The_latest_token_begins_now()
    {
        var answer = await _client.GetAsync("/users/delta?$deltatoken=latest&$select=id,displayName");
        Assert.Empty(answer.Values);
        _simulation.UpdatePerson(await IdOf("Adele Vance"), "displayName", "Adele Smith");
        Assert.Single((await _client.GetAsync(answer.DeltaLink!)).Values);
    }

    [Fact]
    public async Task Only_named_people_are_tracked_when_a_filter_names_them()
    {
        var (adele, alex) = (await IdOf("Adele Vance"), await IdOf("Alex Wilber"));
        var answer = await _client.GetAsync($"/users/delta?$select=id&$filter=id eq '{adele}' or id eq '{alex}'");
        Assert.Equal([alex, adele], answer.Values.Select(person => person.GetProperty("id").GetString()), StringComparer.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.GetAsync("/users/delta?$filter=displayName eq 'a'")).Status);
    }

    [Theory]
    [InlineData("/users/delta?$top=10")]
    [InlineData("/users/delta?$orderby=displayName")]
    [InlineData("/users/delta?$deltatoken=nonsense")]
    public async Task What_delta_does_not_do_is_refused(string address) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.GetAsync(address)).Status);

    [Fact]
    public async Task A_token_ends_after_seven_days()
    {
        var link = (await _client.PagesAsync(Round))[^1].DeltaLink!;
        _clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(link)).Status);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await _client.GetAsync(link);
        Assert.Equal((HttpStatusCode.BadRequest, "syncStateNotFound"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task When_the_service_begins_anew_its_Location_gives_everybody_again()
    {
        var link = (await _client.PagesAsync(Round))[^1].DeltaLink!;
        _simulation.Faults.Set("gone");
        var answer = await _client.GetAsync(link);
        Assert.Equal((HttpStatusCode.Gone, "resyncRequired"), (answer.Status, answer.ErrorCode));
        var people = (await _client.PagesAsync(answer.Headers["Location"])).SelectMany(page => page.Values);
        Assert.Equal(950, people.DistinctBy(person => person.GetProperty("id").GetString(), StringComparer.Ordinal).Count());
    }

    private static string NameOrReason(JsonElement person) =>
        person.TryGetProperty("@removed", out var removed)
            ? removed.GetProperty("reason").GetString()!
            : person.GetProperty("displayName").GetString()!;

    private async Task<string> IdOf(string name) =>
        (await _client.GetAsync($"/users?$select=id&$top=1&$filter=displayName eq '{name}'")).Values.Single().GetProperty("id").GetString()!;
}
