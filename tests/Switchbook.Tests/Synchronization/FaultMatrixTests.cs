using Switchbook.Links;
using Switchbook.SimulatedTenant;
using Switchbook.Synchronization;

namespace Switchbook.Tests.Synchronization;

/// <summary>
/// Every fault that the simulated tenant knows, at the first, a middle and the last page, for a tenant and for a group: the
/// run ends as it should, and the directory is what it was or what it should become, never anything between.
/// </summary>
public sealed class FaultMatrixTests(FaultMatrixTenant tenant) : IClassFixture<FaultMatrixTenant>
{
    /// <summary>Faults that stay, and through which a read is whole all the same.</summary>
    internal static readonly string[] Harmless = ["slow", "duplicate-person", "short-token"];

    private TestInstallation _installation = tenant.Shared;

    public static TheoryData<string, string> Faults()
    {
        var cases = new TheoryData<string, string>();
        foreach (var fault in FaultCatalogue.All)
        {
            string[] places = fault.Target == FaultTarget.Page ? ["@first", "@middle", "@last"] : [""];
            foreach (var place in places)
            {
                cases.Add(fault.Name, place);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public Task A_tenant_is_read_whole_or_the_directory_stays_as_it_was(string fault, string place) =>
        CheckAsync(draft => draft, fault, place);

    [Theory]
    [MemberData(nameof(Faults))]
    public Task A_group_is_read_whole_or_the_directory_stays_as_it_was(string fault, string place)
    {
        var everyone = _installation.Tenant.Groups.MaxBy(group => group.TransitiveMembers)!;
        return CheckAsync(draft => draft with { Directory = "group", GroupId = everyone.Id }, fault, place);
    }

    /// <summary>A sign-in's fault shows only to an installation that has no token yet.</summary>
    private async Task CheckAsync(Func<LinkDraft, LinkDraft> change, string fault, string place)
    {
        if (FaultCatalogue.Find(fault)!.Target == FaultTarget.SignIn)
        {
            await using var unsigned = await FaultMatrixTenant.CreateAsync();
            _installation = unsigned;
            await CheckAsync(await _installation.AddLinkAsync(change: change), fault, place);
            return;
        }

        var link = await _installation.AddLinkAsync(change: change);
        try
        {
            await CheckAsync(link, fault, place);
        }
        finally
        {
            _installation.Tenant.Faults.Clear();
            await _installation.Get<LinkStore>().RemoveAsync(link.Name, TestInstallation.Cancellation);
        }
    }

    private async Task CheckAsync(Link link, string name, string place)
    {
        var before = await StandingBeforeAsync(link, name);
        _installation.Tenant.Faults.Set(Shortened(name) + place);
        var report = await _installation.RunAsync(link);
        var after = await _installation.EntriesAsync();
        _installation.Tenant.Faults.Clear();

        Assert.Equal(Expected(name, link), report.Outcome);
        if (report.Outcome != RunOutcome.Succeeded)
        {
            Assert.Equal(before, after);
            Assert.NotEqual(SyncProblems.Unexpected.Code, report.Error!.Code);
            Assert.Equal(RunOutcome.Succeeded, (await _installation.RunAsync(link)).Outcome);
            after = await _installation.EntriesAsync();
        }

        await AssertWholeAsync(link, after);
    }

    /// <summary>What stands when the fault strikes: nothing yet for a sign-in's fault, else a directory that is to change.</summary>
    private async Task<IReadOnlyList<(string Source, string Name, string Number)>> StandingBeforeAsync(Link link, string name)
    {
        if (FaultCatalogue.Find(name)!.Target == FaultTarget.SignIn)
        {
            return [];
        }

        Assert.Equal(RunOutcome.Succeeded, (await _installation.RunAsync(link)).Outcome);
        var snapshot = await _installation.Get<DirectoryLoader>().LoadAsync(TestInstallation.Cancellation);
        _installation.Tenant.UpdatePerson(snapshot[snapshot.EntryCount / 2].PersonId!, "displayName", $"Changed by {name} {Guid.NewGuid()}");
        return await _installation.EntriesAsync();
    }

    /// <summary>Compared with what a run without any fault finds to do.</summary>
    private async Task AssertWholeAsync(Link link, IReadOnlyList<(string Source, string Name, string Number)> after)
    {
        var preview = await _installation.Get<RunPlanner>().PreviewAsync(link, null, TestInstallation.Cancellation);
        Assert.Empty(preview.Changes);
        Assert.NotEmpty(after);
    }

    private static RunOutcome Expected(string name, Link link)
    {
        if (name == "group-gone" && link.Scope is Switchbook.Graph.ReadScope.Group)
        {
            return RunOutcome.Held;
        }

        var fault = FaultCatalogue.Find(name)!;
        var concernsThisRead = fault.Target switch
        {
            FaultTarget.Group => link.Scope is Switchbook.Graph.ReadScope.Group,
            FaultTarget.Delta => false,
            _ => true,
        };
        return !concernsThisRead || fault.IsPassing || Harmless.Contains(name) ? RunOutcome.Succeeded : RunOutcome.Failed;
    }

    private static string Shortened(string name) => name == "slow" ? "slow:100" : name;
}
