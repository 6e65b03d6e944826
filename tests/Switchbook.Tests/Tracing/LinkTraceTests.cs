using Switchbook.Links;
using Switchbook.Mapping;
using Switchbook.Problems;
using Switchbook.Quality;
using Switchbook.SimulatedTenant;
using Switchbook.Synchronization;
using Switchbook.Tests.Synchronization;
using Switchbook.Tracing;

namespace Switchbook.Tests.Tracing;

public sealed class LinkTraceTests : IAsyncLifetime
{
    private TestInstallation _installation = null!;

    public async ValueTask InitializeAsync() =>
        _installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 100 });

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    [Fact]
    public async Task Whoever_is_served_is_followed_from_Entra_to_the_phones_with_every_value()
    {
        var link = await _installation.AddLinkAsync(change: draft => draft with { Region = "GB" });
        var id = Add("Ida Trace", "01632 960001", " ext. 402 ", "none");
        await _installation.RunAsync(link);

        var trace = await TraceAsync(link, id);

        Assert.Null(trace.StoppedAt);
        var numbers = trace.Steps.Single(step => step.Name == "number businessPhones");
        Assert.Equal(["01632 960001", " ext. 402 ", "none"], numbers.Raw);
        Assert.Equal(["Ida Trace 01632 960001", "Ida Trace ext. 402"], numbers.Final);
        Assert.Contains("found as +441632960001", numbers.Detail, StringComparison.Ordinal);
        Assert.Contains("'none' is not a number", numbers.Detail, StringComparison.Ordinal);
        Assert.Equal(TraceVerdict.Empty, trace.Steps.Single(step => step.Name == "number mobilePhone=M").Verdict);
        Assert.Equal(2, trace.Steps.Single(step => step.Name == "served").Final.Length);
    }

    [Theory]
    [InlineData("Ida Trace")]
    [InlineData("ida tr")]
    [InlineData("ida.trace@example.com")]
    public async Task A_person_is_found_by_name_or_address_too(string asked)
    {
        var link = await _installation.AddLinkAsync();
        var id = Add("Ida Trace", "+441632960001");

        Assert.Equal(id, (await TraceAsync(link, asked)).Person);
    }

    [Fact]
    public async Task Several_people_of_one_name_are_told_with_their_IDs_and_nobody_is_the_first_step()
    {
        var link = await _installation.AddLinkAsync();
        string[] ids = [Add("Ida Trace", "+441632960001"), Add("Ida Trace", "+441632960002")];

        var several = await Assert.ThrowsAsync<ProblemException>(() => TraceAsync(link, "Ida Trace"));
        var nobody = await TraceAsync(link, "O'Nobody");

        Assert.Equal(TraceProblems.SeveralPeople.Code, several.Problem.Code);
        Assert.All(ids, id => Assert.Contains(id, several.Problem.Message, StringComparison.Ordinal));
        Assert.Equal((null, "found"), (nobody.Person, nobody.StoppedAt));
    }

    [Fact]
    public async Task The_way_through_groups_within_the_group_is_told()
    {
        var (emea, sales, desk) = (Group("EMEA"), Group("Sales"), Group("Help Desk"));
        var link = await _installation.AddLinkAsync(change: draft => draft with { Directory = "group", GroupId = emea.Id });
        var (member, outside) = (Add("Ida Inner", "+441632960001"), Add("Ole Outside", "+441632960002"));
        _installation.Tenant.SetMember(desk.Id, member, isMember: true);

        var group = (await TraceAsync(link, member)).Steps.Single(step => step.Name == "group");
        Assert.Equal(["EMEA", "Support", "Help Desk"], group.Final);
        Assert.Equal("group", (await TraceAsync(link, outside)).StoppedAt);
        Assert.NotEqual(sales.Id, desk.Id);
    }

    [Fact]
    public async Task The_rule_that_leaves_somebody_out_is_told_and_so_is_what_would_be_otherwise()
    {
        var link = await _installation.AddLinkAsync();
        var id = Add("Ida Trace", "+441632960001");
        _installation.Tenant.UpdatePerson(id, "accountEnabled", false);
        await _installation.RunAsync(link);

        var trace = await TraceAsync(link, id);

        Assert.Equal("filter accountEnabled", trace.StoppedAt);
        Assert.Equal(["false"], trace.Steps.Single(step => step.Name == trace.StoppedAt).Raw);
        Assert.Equal(["Ida Trace +441632960001"], trace.Steps.Single(step => step.Name == "entries").Final);
    }

    [Fact]
    public async Task Whoever_stands_through_another_link_and_whoever_has_no_number_are_told_and_listed()
    {
        var first = await _installation.AddLinkAsync("First");
        var second = await _installation.AddLinkAsync("Second");
        var (ida, ole) = (Add("Ida Trace", "+441632960001"), Add("Ole Trace"));
        await _installation.RunAsync(first);
        await _installation.RunAsync(second);

        Assert.Equal("precedence", (await TraceAsync(second, ida)).StoppedAt);
        Assert.Equal("entries", (await TraceAsync(first, ole)).StoppedAt);
        var skipped = await _installation.Get<DirectoryStore>().SkippedAsync(first.Id, TestInstallation.Cancellation);
        Assert.Contains(new SkippedPerson("First", ole, "Ole Trace", SkipReason.NoNumber), skipped);
        var report = await _installation.Get<QualityReport>().MakeAsync(TestInstallation.Cancellation);
        Assert.Contains(report, finding => finding.Problem == QualityProblem.MissingNumber && finding.Person == ole && finding.Source == "First");
    }

    private string Add(string name, params string[] numbers) => _installation.Tenant.AddPerson(new Dictionary<string, object?>
    {
        ["displayName"] = name,
        ["userPrincipalName"] = $"{Guid.NewGuid():N}@example.com",
        ["businessPhones"] = numbers,
        ["mail"] = $"{name.Replace(' ', '.').ToLowerInvariant()}@example.com",
    });

    private SimulatedGroup Group(string name) => _installation.Tenant.Groups.Single(group => group.DisplayName == name);

    private Task<PersonTrace> TraceAsync(Link link, string person) =>
        _installation.Get<LinkTrace>().TraceAsync(link, person, TestInstallation.Cancellation);
}
