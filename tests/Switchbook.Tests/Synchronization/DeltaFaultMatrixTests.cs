using Switchbook.Links;
using Switchbook.SimulatedTenant;
using Switchbook.Synchronization;
using Switchbook.Tests.Graph;

namespace Switchbook.Tests.Synchronization;

/// <summary>
/// Every fault that the simulated tenant knows, at the first, a middle and the last page of a round of changes: the directory
/// is what it was or what it should become; of a run that failed no change is forgotten.
/// </summary>
public sealed class DeltaFaultMatrixTests(DeltaFaultMatrixTests.Tenant tenant) : IClassFixture<DeltaFaultMatrixTests.Tenant>
{
    /// <summary>Who is renamed before each run: three pages of changes.</summary>
    private const int Changed = 10;

    private readonly TestInstallation _installation = tenant.Installation;
    private readonly Link _link = tenant.Link;

    public static TheoryData<string, string> Faults() => FaultMatrixTests.Faults();

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_changes_are_applied_whole_or_told_again(string name, string place)
    {
        var fault = FaultCatalogue.Find(name)!;
        var state = await StateAsync();
        var before = await _installation.EntriesAsync();
        foreach (var person in tenant.People)
        {
            _installation.Tenant.UpdatePerson(person, "displayName", $"Changed by {name}{place} {Guid.NewGuid()}");
        }

        if (fault.Target == FaultTarget.SignIn)
        {
            // Only who is refused signs in anew in the midst of a run.
            _installation.Tenant.Faults.Set("unauthorized@first");
        }

        _installation.Tenant.Faults.Set((name == "slow" ? "slow:1" : name) + place);
        var report = await _installation.RunAsync(_link);
        _installation.Tenant.Faults.Clear();

        Assert.NotEqual(RunOutcome.Held, report.Outcome);
        if (fault.IsPassing || FaultMatrixTests.Harmless.Contains(name) || fault.Target == FaultTarget.Group)
        {
            Assert.Equal(RunOutcome.Succeeded, report.Outcome);
        }
        else if (fault.Target == FaultTarget.Page)
        {
            Assert.Equal(RunOutcome.Failed, report.Outcome);
        }

        if (report.Outcome == RunOutcome.Failed)
        {
            Assert.Equal(before, await _installation.EntriesAsync());
            Assert.Equal((state.Mark, state.FullAt), ((await StateAsync()).Mark, (await StateAsync()).FullAt));
            report = await _installation.RunAsync(_link);
            Assert.Equal((RunOutcome.Succeeded, RunMode.Delta), (report.Outcome, report.Mode));
        }

        Assert.Equal(Changed, report.Changed);
        var preview = await _installation.Get<RunPlanner>().PreviewAsync(_link, null, TestInstallation.Cancellation);
        Assert.Empty(preview.Changes);
    }

    private async Task<LinkState> StateAsync() =>
        (await _installation.Get<DirectoryStore>().StateOfAsync(_link.Id, TestInstallation.Cancellation))!;

    /// <summary>A small tenant with small pages, and a link that has read it once.</summary>
    public sealed class Tenant : IAsyncLifetime
    {
        internal TestInstallation Installation { get; private set; } = null!;

        internal Link Link { get; private set; } = null!;

        internal IReadOnlyList<string> People { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            var time = new SkippingTime();
            Installation = await TestInstallation.CreateAsync(
                new SimulationOptions { Users = 40, LargestPage = 15, DeltaPageSize = 4, Clock = time },
                time,
                ("Graph:MaximumRetries", "2"),
                ("Graph:RequestTimeout", "00:00:01"));
            People = [.. Enumerable.Range(0, Changed).Select(number => Installation.Tenant.AddPerson(new Dictionary<string, object?>
            {
                ["displayName"] = "Somebody",
                ["businessPhones"] = $"+44163296{number:0000}",
            }))];
            Link = await Installation.AddLinkAsync();
            Assert.Equal(RunOutcome.Succeeded, (await Installation.RunAsync(Link)).Outcome);
            Link = await Installation.Get<LinkStore>().FindAsync(Link.Name, TestInstallation.Cancellation);
        }

        public ValueTask DisposeAsync() => Installation.DisposeAsync();
    }
}
