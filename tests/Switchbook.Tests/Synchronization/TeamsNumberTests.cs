using Switchbook.Links;
using Switchbook.Problems;
using Switchbook.SimulatedTenant;
using Switchbook.Synchronization;

namespace Switchbook.Tests.Synchronization;

/// <summary>Numbers that Teams assigned, joined to people by their object ID.</summary>
public sealed class TeamsNumberTests
{
    private const string Fields = "businessPhones,teams.primary=T,teams.private=P";

    [Fact]
    public async Task Numbers_of_Teams_are_mapped_like_any_property()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 100 });
        var link = await AddAsync(installation);

        var report = await installation.RunAsync(link);

        Assert.Empty(report.Warnings);
        var entries = await installation.EntriesAsync();
        Assert.Contains(entries, entry => entry.Name.EndsWith(" T", StringComparison.Ordinal));
        Assert.Contains(entries, entry => entry.Name.EndsWith(" P", StringComparison.Ordinal));
        Assert.Contains(entries, entry => entry is { Name: "Adele Vance", Number: "+44 1632 768402" });
        Assert.DoesNotContain(installation.Tenant.Requests.Last, request => request.Address.Contains("teams.", StringComparison.Ordinal));
        Assert.Equal(FullReason.NotTracked, (await installation.RunAsync(link)).Reason);
    }

    [Fact]
    public async Task Without_the_permission_the_run_goes_on_with_the_other_numbers_and_says_so()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 100, Roles = ["User.Read.All"] });
        var link = await AddAsync(installation);

        var report = await installation.RunAsync(link);
        var test = await TestAsync(installation, link);

        Assert.Equal(RunOutcome.Succeeded, report.Outcome);
        Assert.True(report.Entries > 0);
        var warning = Assert.Single(report.Warnings);
        Assert.Equal("SB-SYNC-020", warning.Code);
        Assert.Contains("TeamsUserConfiguration.Read.All", warning.Action, StringComparison.Ordinal);
        Assert.True(test.Passed);
        Assert.Contains(test.Steps, step => step.Detail == "without the numbers of Teams, since TeamsUserConfiguration.Read.All is missing");
        Assert.Equal(report.Warnings, (await installation.Get<DirectoryStore>().RunsOfAsync(link.Id, 1, TestInstallation.Cancellation))[0].Report.Warnings);
    }

    [Fact]
    public async Task A_fault_in_reading_the_numbers_fails_the_run_rather_than_remove_them()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 100 }, ("Graph:MaximumRetries", "0"));
        var link = await AddAsync(installation);
        installation.Tenant.Faults.Set("unavailable@first,1");

        Assert.Equal(RunOutcome.Failed, (await installation.RunAsync(link)).Outcome);
    }

    [Fact]
    public async Task Resource_accounts_are_in_by_choice_with_their_numbers_though_their_sign_in_is_disabled()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 100 });
        installation.Tenant.AddPerson(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["displayName"] = "Main Line",
            ["isResourceAccount"] = true,
            ["accountEnabled"] = false,
        });
        var link = await AddAsync(installation);
        await installation.RunAsync(link);
        Assert.DoesNotContain(await installation.EntriesAsync(), entry => entry.Name == "Main Line T");

        await installation.RunAsync(await AddAsync(installation, "With", audience => audience with { ResourceAccounts = true }));
        Assert.Contains(await installation.EntriesAsync(), entry => entry is { Source: "With", Name: "Main Line T" });

        var enabledOrNot = await installation.RunAsync(await AddAsync(installation, "Without", audience => audience with { EnabledOnly = false }));
        Assert.Contains(enabledOrNot.Skipped, skipped => skipped is { Reason: "resourceAccount", Count: 1 });
    }

    [Fact]
    public async Task Resource_accounts_without_a_mapped_number_of_Teams_are_refused()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 10 });
        var (_, faults) = LinkValidation.Check(new LinkDraft
        {
            Name = "X",
            TenantId = installation.Tenant.TenantId,
            ClientId = installation.Tenant.ClientId,
            Audience = new() { ResourceAccounts = true },
        });

        Assert.Equal(("resource-accounts", "SB-MAP-026"), (Assert.Single(faults).Field, faults[0].Problem.Code));
    }

    [Fact]
    public async Task The_report_lists_whose_number_differs_however_the_same_one_is_written()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 100 });
        var link = await AddAsync(installation);
        var report = installation.Get<TeamsReport>();
        var before = await report.ReadAsync(link, null, TestInstallation.Cancellation);
        Assert.NotEmpty(before);
        var (same, other) = (before[0], before[1]);
        var national = $"0{same.TeamsNumber["+44".Length..]}".Insert(5, " ");
        installation.Tenant.UpdatePerson(same.Person, "businessPhones", new[] { national });
        installation.Tenant.UpdatePerson(other.Person, "businessPhones", null);

        var after = await report.ReadAsync(link with { Region = "GB" }, null, TestInstallation.Cancellation);

        Assert.DoesNotContain(after, person => person.Person == same.Person);
        Assert.Empty(after.Single(person => person.Person == other.Person).BusinessPhones);
    }

    [Fact]
    public async Task There_is_no_report_without_the_permission()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 10, Roles = ["User.Read.All"] });
        var link = await installation.AddLinkAsync();

        var failed = await Assert.ThrowsAsync<ProblemException>(() => installation.Get<TeamsReport>().ReadAsync(link, null, TestInstallation.Cancellation));

        Assert.Contains("TeamsUserConfiguration.Read.All", failed.Problem.Action, StringComparison.Ordinal);
    }

    private static Task<Link> AddAsync(TestInstallation installation, string name = "TeamsDirectory", Func<Switchbook.Mapping.Audience, Switchbook.Mapping.Audience>? change = null) =>
        installation.AddLinkAsync(name, draft => draft with { NumberFields = Fields, Audience = change?.Invoke(draft.Audience) ?? draft.Audience });

    private static Task<ConnectionTestResult> TestAsync(TestInstallation installation, Link link) => installation.Get<ConnectionTest>().RunAsync(
        installation.Get<LinkCredentials>().Open(link), link.Request(interactive: true), null, TestInstallation.Cancellation);
}
