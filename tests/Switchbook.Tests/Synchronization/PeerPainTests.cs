using System.Reflection;
using Switchbook.Links;
using Switchbook.SimulatedTenant;
using Switchbook.Synchronization;
using Switchbook.Tests.Graph;
using Switchbook.Tests.Links;
using Switchbook.Tests.Mapping;
using Switchbook.Tests.Notices;
using Switchbook.Tests.PhoneDirectory;
using Switchbook.Tests.Synchronization.Histories;
using Switchbook.Tests.Tracing;

namespace Switchbook.Tests.Synchronization;

/// <summary>
/// What users of other directories suffer from and tell of in public, as far as synchronization decides it: each with where
/// it was told, and the tests that show that it cannot happen here.
/// </summary>
public sealed class PeerPainTests
{
    /// <summary>The pain, one place where it was told, and the tests against it.</summary>
    public static TheoryData<string, string, string[]> Pains { get; } = new()
    {
        {
            "A wrong filter wipes almost everyone",
            "https://puck.nether.net/pipermail/cisco-voip/attachments/20160503/56ec0a22/attachment.html",
            [
                Test<RunGuardTests>(nameof(RunGuardTests.A_group_chosen_by_mistake_changes_nothing_until_it_is_applied_on_purpose)),
                Test<RunGuardTests>(nameof(RunGuardTests.A_run_by_the_changes_that_would_blank_numbers_is_held_like_one_that_removes_people)),
            ]
        },
        {
            "Leavers stay in the directory for ever",
            "https://manageengine.com/au/identity-360/help/admin-guide/troubleshooting/directory-sync.html",
            [Test<DeltaRunTests>(nameof(DeltaRunTests.Newcomers_changes_leavers_and_those_who_lose_their_number_are_told_by_the_changes_alone))]
        },
        {
            "A run deletes entries that were made by hand",
            "https://www.thirdlane.com/docs/platform/directory-sync",
            [
                Test<RunTests>(nameof(RunTests.Manual_entries_stay_through_every_run)),
                Test<EntryLimitTests>(nameof(EntryLimitTests.Manual_entries_stand_beside_the_limit)),
            ]
        },
        {
            "Only the first page arrives",
            "https://github.com/bitwarden/directory-connector/issues/38",
            [
                Test<GraphReaderTests>(nameof(GraphReaderTests.Pages_are_followed_to_the_last_and_people_keep_their_values)),
                Test<FaultMatrixTests>(nameof(FaultMatrixTests.A_group_is_read_whole_or_the_directory_stays_as_it_was)),
            ]
        },
        {
            "Members of nested groups are missing",
            "https://github.com/microsoft/o365-moodle/issues/2935",
            [
                Test<PeerPainTests>(nameof(Members_of_nested_groups_stand)),
                Test<LinkTraceTests>(nameof(LinkTraceTests.The_way_through_groups_within_the_group_is_told)),
            ]
        },
        {
            "People who are hidden from the address list show",
            "https://github.com/grahamr975/EWS-Office365-Contact-Sync/issues/42",
            [
                Test<AudienceRulesTests>(nameof(AudienceRulesTests.Who_is_hidden_from_address_lists_is_out_on_request)),
                Test<AudienceRulesTests>(nameof(AudienceRulesTests.What_Graph_does_not_tell_keeps_nobody_out)),
            ]
        },
        {
            "Disabled accounts, rooms and people without a number show",
            "https://github.com/grahamr975/EWS-Office365-Contact-Sync/issues/36",
            [Test<AudienceRunTests>(nameof(AudienceRunTests.Everyone_who_is_out_is_counted_with_the_reason))]
        },
        {
            "The secret expires, and the error says nothing",
            "https://github.com/OfficeDev/microsoft-teams-apps-company-communicator/issues/579",
            [
                Test<CredentialEndTests>(nameof(CredentialEndTests.A_warning_is_raised_anew_at_30_14_7_3_and_1_days_and_at_the_end)),
                Test<ConnectionTestTests>(nameof(ConnectionTestTests.The_first_failing_step_says_what_to_do_and_the_rest_is_skipped)),
                Test<TwoCredentialsTests>(nameof(TwoCredentialsTests.The_earlier_secret_signs_in_until_the_new_one_is_accepted_and_goes_when_that_has_lasted_a_day)),
            ]
        },
        {
            "Mail comes every day, or never, but not when something is wrong",
            "https://github.com/jens-maus/carddav2fb/issues/12",
            [
                Test<NoticeRulesTests>(nameof(NoticeRulesTests.A_change_of_health_is_told_once_and_nothing_else_is)),
                Test<NoticeRulesTests>(nameof(NoticeRulesTests.Whatever_happens_nothing_is_told_twice_and_no_trouble_is_kept_quiet)),
                Test<NoticeWatchTests>(nameof(NoticeWatchTests.A_link_that_fails_twice_is_told_once_and_its_recovery_once_also_after_restarts)),
                Test<NoticeWatchTests>(nameof(NoticeWatchTests.A_held_run_an_ending_secret_and_old_data_are_told_each_when_they_begin)),
            ]
        },
        {
            "Memory grows with the directory, and again with each run",
            "https://github.com/goauthentik/authentik/issues/26036",
            [
                Test<SnapshotChangeTests>(nameof(SnapshotChangeTests.Nobody_is_read_but_those_who_changed_and_texts_are_shared)),
                Test<DirectoryRefreshTests>(nameof(DirectoryRefreshTests.What_is_published_is_what_stands_whoever_changes_it)),
            ]
        },
        {
            "Only a group should show, and everybody does",
            "https://github.com/goauthentik/authentik/issues/8389",
            [
                Test<DeltaRunTests>(nameof(DeltaRunTests.The_changes_of_a_groups_direct_members_are_followed_until_somebody_joins_or_leaves)),
                Test<AudienceRunTests>(nameof(AudienceRunTests.Members_of_an_excluded_group_are_out_those_of_groups_within_it_too)),
            ]
        },
        {
            "An incremental mode leaves behind who lost a number or went",
            "https://wildix.atlassian.net/wiki/spaces/DOC/pages/30284243/Import+of+Contacts+and+Users+-+Admin+Guide",
            [
                Test<DeltaRunTests>(nameof(DeltaRunTests.Newcomers_changes_leavers_and_those_who_lose_their_number_are_told_by_the_changes_alone)),
                Test<DeltaRunTests>(nameof(DeltaRunTests.A_full_run_counts_and_repairs_what_the_changes_missed)),
            ]
        },
        {
            "It takes hours until phones see a change, since each run reads everyone",
            "https://www.auerswald-root.de/download/docs-xml/comtrexx/docs/1.10/en/COMtrexx/Help/kontakte_concept.html",
            [
                Test<DeltaRunTests>(nameof(DeltaRunTests.A_run_without_changes_asks_once_and_writes_nobody)),
                Test<SyncScheduleTests>(nameof(SyncScheduleTests.Whoever_asks_for_a_run_need_not_wait)),
            ]
        },
        {
            "Business and mobile numbers cannot be told apart",
            "https://github.com/ahaenggli/AzureAD-LDAP-wrapper/issues/105",
            [Test<PersonMapperTests>(nameof(PersonMapperTests.Each_number_gives_an_entry_with_the_suffix_of_its_field))]
        },
        {
            "Several numbers of one kind get lost",
            "https://github.com/Rillke/Contact-Conversion-Wizard/issues/1",
            [Test<PersonMapperTests>(nameof(PersonMapperTests.Entries_come_as_mapped_then_as_Graph_lists_them))]
        },
        {
            "The number in Entra is not the number in Teams",
            "https://www.msxfaq.de/teams/pbx/teams_rufnummern.htm",
            [
                Test<TeamsNumberTests>(nameof(TeamsNumberTests.Numbers_of_Teams_are_mapped_like_any_property)),
                Test<TeamsNumberTests>(nameof(TeamsNumberTests.The_report_lists_whose_number_differs_however_the_same_one_is_written)),
            ]
        },
        {
            "Delta queries miss changes",
            "https://github.com/microsoftgraph/microsoft-graph-docs/issues/4740",
            [
                Test<DeltaRunTests>(nameof(DeltaRunTests.A_full_run_counts_and_repairs_what_the_changes_missed)),
                Test<HistoryTests>(nameof(HistoryTests.Whatever_happens_the_directory_is_what_a_plain_model_says)),
            ]
        },
        {
            "Delta tokens die",
            "https://github.com/microsoftgraph/microsoft-graph-docs/issues/2877",
            [
                Test<DeltaRunTests>(nameof(DeltaRunTests.A_token_that_died_leads_to_a_full_read_that_says_so)),
                Test<DeltaFaultMatrixTests>(nameof(DeltaFaultMatrixTests.The_changes_are_applied_whole_or_told_again)),
            ]
        },
        {
            "No word after \"Test\"",
            "https://support.openrainbow.com/hc/en-us/articles/115001347550-How-to-Activate-a-Microsoft-Azure-Active-Directory-Synchronization-",
            [Test<ConnectionTestTests>(nameof(ConnectionTestTests.A_good_group_link_passes_every_step_and_shows_the_group_and_its_first_people))]
        },
        {
            "One odd object stops the rest",
            "https://github.com/ahaenggli/AzureAD-LDAP-wrapper/issues/90",
            [Test<PeerPainTests>(nameof(One_odd_person_stops_nobody_else))]
        },
        {
            "One bad source stops the others",
            "https://github.com/openhab/openhab-addons/issues/10529",
            [Test<PeerPainTests>(nameof(One_tenant_that_is_away_stops_no_other))]
        },
        {
            "Entries vanish between two runs",
            "https://github.com/ahaenggli/AzureAD-LDAP-wrapper/issues/112",
            [
                Test<RunTests>(nameof(RunTests.An_answer_without_anybody_never_empties_the_directory)),
                Test<FaultMatrixTests>(nameof(FaultMatrixTests.A_tenant_is_read_whole_or_the_directory_stays_as_it_was)),
            ]
        },
        {
            "The same name in two tenants is one person",
            "https://github.com/ahaenggli/AzureAD-LDAP-wrapper/blob/main/CHANGELOG.md",
            [Test<PeerPainTests>(nameof(The_same_name_in_two_tenants_is_two_people))]
        },
        {
            "The same number is added again by each run",
            "https://github.com/andig/carddav2fb/issues/249",
            [
                Test<RunTests>(nameof(RunTests.A_second_run_without_changes_writes_nobody)),
                Test<PersonMapperTests>(nameof(PersonMapperTests.The_same_name_and_number_twice_gives_one_entry)),
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Pains), DisableDiscoveryEnumeration = true)]
    public void Each_pain_has_a_test_against_it(string pain, string source, string[] tests)
    {
        Assert.False(string.IsNullOrWhiteSpace(pain));
        Assert.True(Uri.IsWellFormedUriString(source, UriKind.Absolute));
        Assert.NotEmpty(tests);
        Assert.All(tests, test =>
        {
            var (type, method) = (test[..test.LastIndexOf('.')], test[(test.LastIndexOf('.') + 1)..]);
            Assert.NotNull(Type.GetType(type, throwOnError: true)!.GetMethod(method)?.GetCustomAttribute<FactAttribute>());
        });
    }

    /// <summary>https://github.com/microsoft/o365-moodle/issues/2935</summary>
    [Fact]
    public async Task Members_of_nested_groups_stand()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 60 });
        var (outer, inner) = (Group("Support"), Group("Help Desk"));
        var (member, nested) = (Add(installation, "Member", "+441632960001"), Add(installation, "Nested", "+441632960002"));
        installation.Tenant.SetMember(outer.Id, member, isMember: true);
        installation.Tenant.SetMember(inner.Id, nested, isMember: true);

        var report = await installation.RunAsync(await installation.AddLinkAsync(change: draft => draft with { Directory = "group", GroupId = outer.Id }));

        Assert.Equal(Group("Support").TransitiveMembers, report.People);
        var names = (await installation.EntriesAsync()).Select(entry => entry.Name).ToList();
        Assert.Contains("Member", names);
        Assert.Contains("Nested", names);

        SimulatedGroup Group(string name) => installation.Tenant.Groups.Single(group => group.DisplayName == name);
    }

    /// <summary>https://github.com/ahaenggli/AzureAD-LDAP-wrapper/issues/90</summary>
    [Fact]
    public async Task One_odd_person_stops_nobody_else()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 30 });
        var link = await installation.AddLinkAsync();
        var before = await installation.RunAsync(link);
        Add(installation, "Even", "+441632960001");
        Add(installation, "Odd\u0000\u0007", "+441632960002");
        Add(installation, new string('x', 5000), "+441632960003");
        Add(installation, "Wordy", "ask at the desk", new string('9', 500));
        Add(installation, "\ud83d\udcde", "+441632960004");
        Add(installation, " ", "+441632960005");

        var report = await installation.RunAsync(link);

        Assert.Equal((RunOutcome.Succeeded, before.People + 6, 4), (report.Outcome, report.People, report.Added));
        Assert.Contains(await installation.EntriesAsync(), entry => entry is { Name: "Even", Number: "+441632960001" });
        Assert.Equal(before.Skipped.Sum(skipped => skipped.Count) + 2, report.Skipped.Sum(skipped => skipped.Count));
    }

    /// <summary>https://github.com/openhab/openhab-addons/issues/10529</summary>
    [Fact]
    public async Task One_tenant_that_is_away_stops_no_other()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 30 }, ("Graph:MaximumRetries", "0"));
        await using var other = await Simulation.StartAsync(new() { Users = 30, Seed = 2 }, TestInstallation.Cancellation);
        var (away, well) = (await installation.AddLinkAsync(), await AddAsync(installation, other));
        await installation.RunAsync(away);
        await installation.RunAsync(well);
        var before = await installation.EntriesAsync();
        installation.Tenant.Faults.Set("internal-error");
        other.AddPerson(new Dictionary<string, object?> { ["displayName"] = "Newcomer", ["businessPhones"] = "+441632960009" });

        Assert.Equal(RunOutcome.Failed, (await installation.RunAsync(away)).Outcome);
        Assert.Equal(RunOutcome.Succeeded, (await installation.RunAsync(well)).Outcome);

        var after = await installation.EntriesAsync();
        Assert.Equal([(well.Name, "Newcomer", "+441632960009")], after.Except(before));
        Assert.Empty(before.Except(after));
    }

    /// <summary>AzureAD-LDAP-wrapper, changelog, number 74.</summary>
    [Fact]
    public async Task The_same_name_in_two_tenants_is_two_people()
    {
        await using var installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 30 });
        await using var other = await Simulation.StartAsync(new() { Users = 30, Seed = 2 }, TestInstallation.Cancellation);
        Add(installation, "Ada Abel", "+441632960001");
        other.AddPerson(new Dictionary<string, object?> { ["displayName"] = "Ada Abel", ["businessPhones"] = "+441632960002" });

        await installation.RunAsync(await installation.AddLinkAsync());
        await installation.RunAsync(await AddAsync(installation, other));

        var found = (await installation.EntriesAsync()).Where(entry => entry.Name == "Ada Abel").Select(entry => (entry.Source, entry.Number));
        Assert.Equal([("Other", "+441632960002"), ("TeamsDirectory", "+441632960001")], found.Order());
    }

    private static Task<Link> AddAsync(TestInstallation installation, Simulation other)
    {
        var draft = TestInstallation.DraftOf(other, "Other");
        return installation.Get<LinkStore>().AddAsync(LinkValidation.Check(draft).Link!, draft.Credential, TestInstallation.Cancellation);
    }

    private static string Add(TestInstallation installation, string name, params string[] numbers) => installation.Tenant.AddPerson(
        new Dictionary<string, object?> { ["displayName"] = name, ["businessPhones"] = numbers });

    private static string Test<T>(string method) => $"{typeof(T).FullName}.{method}";
}
