using Switchbook.Links;
using Switchbook.Mapping;
using Switchbook.SimulatedTenant;
using Switchbook.Synchronization;

namespace Switchbook.Tests.Synchronization;

/// <summary>Contacts as further people of a link.</summary>
public sealed class ContactTests : IAsyncLifetime
{
    private const string Mailbox = "adelev@contoso.example";

    private TestInstallation _installation = null!;

    public async ValueTask InitializeAsync() =>
        _installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 50 });

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    [Fact]
    public async Task Organizational_contacts_are_people_with_the_phones_of_their_types()
    {
        var without = await RunAsync("Without", audience => audience);
        var with = await RunAsync("With", audience => audience with { OrganizationContacts = true });

        var partners = await EntriesAsync("With", "(Partner)");
        Assert.Equal(without.People + 12, with.People);
        Assert.Equal(with.Entries - without.Entries, partners.Count);
        Assert.Equal(4, partners.Count(entry => entry.Name.EndsWith(" M", StringComparison.Ordinal) && entry.Number.StartsWith("+447700900", StringComparison.Ordinal)));
        Assert.Equal(10, partners.Count(entry => entry.Name.EndsWith("(Partner)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Contacts_of_a_mailbox_are_read_page_by_page_and_by_folder()
    {
        var all = await RunAsync("Default", audience => audience with { MailboxContacts = Mailbox });
        var folder = await RunAsync("Folder", audience => audience with { MailboxContacts = Mailbox, ContactFolder = "suppliers" });

        Assert.Equal(12 - 3, all.People - folder.People);
        Assert.Contains(_installation.Tenant.Requests.Last, request => request.Address.Contains("/contactFolders/AAMkA", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Choices_apply_to_contacts_as_far_as_they_have_what_is_looked_at()
    {
        var report = await RunAsync("Chosen", audience => audience with { OrganizationContacts = true, TeamsOnly = true, Companies = "Fabrikam" });
        Assert.NotEmpty(await EntriesAsync("Chosen", "(Partner)"));
        Assert.Contains(report.Skipped, skipped => skipped.Reason == "otherCompany");

        await RunAsync("Other", audience => audience with { OrganizationContacts = true, Companies = "Contoso" });
        Assert.Empty(await EntriesAsync("Other", "(Partner)"));
    }

    [Fact]
    public async Task A_second_run_finds_every_contact_unchanged()
    {
        var link = await AddAsync("Twice", audience => audience with { OrganizationContacts = true, MailboxContacts = Mailbox });
        await _installation.RunAsync(link);
        var second = await _installation.RunAsync(link);

        Assert.Equal((0, 0, 0), (second.Added, second.Changed, second.Removed));
    }

    [Theory]
    [InlineData("nobody@contoso.example", "", "SB-GRAPH-035")]
    [InlineData(Mailbox, "Friends", "SB-GRAPH-036")]
    public async Task A_mailbox_or_folder_that_is_not_there_fails_the_run_and_Test_Connection(string mailbox, string folder, string code)
    {
        var link = await AddAsync("Lost", audience => audience with { MailboxContacts = mailbox, ContactFolder = folder });

        Assert.Equal(code, (await _installation.RunAsync(link)).Error?.Code);
        Assert.Equal(code, (await TestAsync(link)).Steps.Single(step => step.Outcome == TestOutcome.Failed).Problem?.Code);
    }

    [Theory]
    [InlineData("OrgContact.Read.All")]
    [InlineData("Contacts.Read")]
    public async Task A_missing_permission_is_named_by_the_run_and_by_Test_Connection(string permission)
    {
        var link = await AddAsync("Refused", audience => permission == "Contacts.Read"
            ? audience with { MailboxContacts = Mailbox }
            : audience with { OrganizationContacts = true });
        Assert.True((await TestAsync(link)).Passed);
        _installation.Tenant.Faults.Set($"missing-consent:{permission}");

        Assert.Contains(permission, (await TestAsync(link)).Steps.Single(step => step.Outcome == TestOutcome.Failed).Problem!.Message, StringComparison.Ordinal);
    }

    private Task<Link> AddAsync(string name, Func<Audience, Audience> change) =>
        _installation.AddLinkAsync(name, draft => draft with { Audience = change(draft.Audience) });

    private async Task<RunReport> RunAsync(string name, Func<Audience, Audience> change)
    {
        var report = await _installation.RunAsync(await AddAsync(name, change));
        Assert.Equal(RunOutcome.Succeeded, report.Outcome);
        return report;
    }

    private async Task<List<(string Source, string Name, string Number)>> EntriesAsync(string source, string part) =>
        [.. (await _installation.EntriesAsync()).Where(entry => entry.Source == source && entry.Name.Contains(part, StringComparison.Ordinal))];

    private Task<ConnectionTestResult> TestAsync(Link link) => _installation.Get<ConnectionTest>().RunAsync(
        _installation.Get<LinkCredentials>().Open(link), link.Request(interactive: true), null, TestInstallation.Cancellation);
}
