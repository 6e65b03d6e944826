using Microsoft.Extensions.Time.Testing;
using Switchbook.Links;
using Switchbook.SimulatedTenant;
using Switchbook.Synchronization;
using Switchbook.Tests.Synchronization;

namespace Switchbook.Tests.Links;

public sealed class TwoCredentialsTests : IAsyncLifetime
{
    private const string NewSecret = "nEw8Q~a-second-secret-of-the-same-app";

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private TestInstallation _installation = null!;
    private Link _link = null!;

    public async ValueTask InitializeAsync()
    {
        _installation = await TestInstallation.CreateAsync(new SimulationOptions { Users = 3000, Clock = _time }, _time);
        _link = await _installation.AddLinkAsync();
        await RunAsync();
    }

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    [Fact]
    public async Task The_earlier_secret_signs_in_until_the_new_one_is_accepted_and_goes_when_that_has_lasted_a_day()
    {
        await GiveAsync(new CredentialDraft.Secret(NewSecret));
        await RunAsync();
        Assert.Null(_link.Credential?.ProvenAt);
        Assert.Equal(_link.EarlierCredential, _link.CredentialInUse);

        _installation.Tenant.AddSecret(NewSecret, _time.GetUtcNow().AddDays(90));
        _time.Advance(TimeSpan.FromHours(2));
        await RunAsync();
        Assert.NotNull(_link.Credential?.ProvenAt);
        Assert.NotNull(_link.EarlierCredential);

        _time.Advance(TimeSpan.FromHours(25));
        await RunAsync();
        Assert.Null(_link.EarlierCredential);
        Assert.Equal(90 - 2, _link.Credential?.DaysLeft(_time.GetUtcNow()));

        _installation.Tenant.RemoveSecret(_installation.Tenant.ClientSecret);
        _time.Advance(TimeSpan.FromHours(2));
        await RunAsync();
    }

    [Fact]
    public async Task A_refused_secret_is_not_tried_again_for_every_page()
    {
        await GiveAsync(new CredentialDraft.Secret(NewSecret));
        _installation.Tenant.Requests.Clear();
        var report = await _installation.Get<Synchronizer>().RunAsync(_link, new RunRequest(Full: true), TestInstallation.Cancellation);
        Assert.Equal(RunOutcome.Succeeded, report.Outcome);
        Assert.Equal(2, _installation.Tenant.Requests.Of("token"));
        Assert.True(report.Requests >= 4);
    }

    [Fact]
    public async Task Of_three_secrets_the_one_that_never_signed_in_gives_way()
    {
        var proven = _link.Credential!.Id;
        await GiveAsync(new CredentialDraft.Secret("mistyped8Q~"));
        await GiveAsync(new CredentialDraft.Secret(NewSecret));
        Assert.Equal(proven, _link.EarlierCredential?.Id);
    }

    [Fact]
    public async Task The_same_secret_again_changes_nothing()
    {
        var before = _link.Credential;
        await GiveAsync(new CredentialDraft.Secret(_installation.Tenant.ClientSecret));
        Assert.Equal((before, null), (_link.Credential, _link.EarlierCredential));
    }

    [Fact]
    public async Task The_earlier_one_can_be_removed_by_hand()
    {
        await GiveAsync(new CredentialDraft.Secret(NewSecret));
        await _installation.Get<LinkStore>().DropEarlierCredentialAsync(_link.Name, TestInstallation.Cancellation);
        await ReadAsync();
        Assert.Null(_link.EarlierCredential);
        Assert.Equal("SB-SIGNIN-001", (await _installation.RunAsync(_link)).Error?.Code);
    }

    [Fact]
    public async Task Both_refused_is_told_of_the_newer()
    {
        await GiveAsync(new CredentialDraft.Secret(NewSecret));
        _installation.Tenant.RemoveSecret(_installation.Tenant.ClientSecret);
        _installation.Tenant.AddSecret(NewSecret, _time.GetUtcNow().AddDays(-1));
        Assert.Equal("SB-SIGNIN-002", (await _installation.RunAsync(_link)).Error?.Code);
    }

    [Fact]
    public async Task What_is_learnt_of_a_credential_starts_no_run()
    {
        var before = _link;
        await GiveAsync(new CredentialDraft.Kept { Ends = _time.GetUtcNow() });
        Assert.NotEqual(before, _link);
        Assert.True(before.AsksTheSameAs(_link));
        await GiveAsync(new CredentialDraft.Secret(NewSecret));
        Assert.False(before.AsksTheSameAs(_link));
    }

    private async Task RunAsync()
    {
        Assert.Equal(RunOutcome.Succeeded, (await _installation.RunAsync(_link)).Outcome);
        await ReadAsync();
    }

    private async Task GiveAsync(CredentialDraft credential) =>
        _link = await _installation.Get<LinkStore>().EditAsync(_link.Name, _link, credential, TestInstallation.Cancellation);

    private async Task ReadAsync() => _link = await _installation.Get<LinkStore>().FindAsync(_link.Name, TestInstallation.Cancellation);
}
