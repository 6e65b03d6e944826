using Microsoft.EntityFrameworkCore;
using Switchbook.Access.Clients;
using Switchbook.Problems;
using Switchbook.Storage;
using Switchbook.Tests.Synchronization;

namespace Switchbook.Tests.Access.Clients;

public sealed class ClientStoreTests
{
    [Fact]
    public async Task A_client_is_kept_without_its_secrets_and_removed_by_name_in_any_case()
    {
        await using var installation = await TestInstallation.CreateAsync(new() { Users = 10 });
        var store = installation.Get<ClientStore>();
        var version = await store.VersionAsync(TestInstallation.Cancellation);

        var token = await store.AddAsync(
            new() { Name = "Phones", Networks = ["192.0.2.7", "2001:db8::/32"], Password = "secret word", AllowsDigest = true, HasToken = true },
            TestInstallation.Cancellation);

        var client = Assert.Single(await store.ListAsync(TestInstallation.Cancellation));
        Assert.Equal(["192.0.2.7/32", "2001:db8::/32"], client.Networks.Select(network => network.ToString()));
        Assert.NotEqual(version, await store.VersionAsync(TestInstallation.Cancellation));
        Assert.DoesNotContain("secret word", await StoredAsync(installation), StringComparison.Ordinal);
        Assert.Equal(ClientSecrets.Digest("Phones", "secret word"), client.DigestSecret);
        Assert.DoesNotContain(Convert.ToBase64String(client.DigestSecret!), await StoredAsync(installation), StringComparison.Ordinal);
        Assert.DoesNotContain(token!, await StoredAsync(installation), StringComparison.Ordinal);

        await store.RemoveAsync("PHONES", TestInstallation.Cancellation);
        Assert.Empty(await store.ListAsync(TestInstallation.Cancellation));
    }

    [Theory]
    [InlineData("a b", "192.0.2.7", null, "SB-CLIENT-001")]
    [InlineData("", "192.0.2.7", null, "SB-CLIENT-001")]
    [InlineData("taken", "192.0.2.7", null, "SB-CLIENT-002")]
    [InlineData("phones", "192.0.2.0/33", null, "SB-CLIENT-004")]
    [InlineData("phones", "pbx.example", null, "SB-CLIENT-004")]
    [InlineData("phones", null, null, "SB-CLIENT-005")]
    [InlineData("phones", null, "short", "SB-CLIENT-006")]
    public async Task An_unfit_client_is_refused_and_nothing_is_stored(string name, string? network, string? password, string code)
    {
        await using var installation = await TestInstallation.CreateAsync(new() { Users = 10 });
        var store = installation.Get<ClientStore>();
        await store.AddAsync(new() { Name = "TAKEN", Password = "secret word" }, TestInstallation.Cancellation);

        var refused = await Assert.ThrowsAsync<ProblemException>(() =>
            store.AddAsync(new() { Name = name, Networks = network is null ? [] : [network], Password = password }, TestInstallation.Cancellation));

        Assert.Equal(code, refused.Problem.Code);
        Assert.Single(await store.ListAsync(TestInstallation.Cancellation));
    }

    [Theory]
    [InlineData(null, "SB-CLIENT-007")]
    [InlineData("sésame ouvre-toi", "SB-CLIENT-010")]
    public async Task A_digest_needs_a_password_that_all_programs_write_alike(string? password, string code)
    {
        await using var installation = await TestInstallation.CreateAsync(new() { Users = 10 });

        var refused = await Assert.ThrowsAsync<ProblemException>(() => installation.Get<ClientStore>().AddAsync(
            new() { Name = "phones", Networks = ["192.0.2.7"], Password = password, AllowsDigest = true }, TestInstallation.Cancellation));

        Assert.Equal(code, refused.Problem.Code);
    }

    [Fact]
    public async Task Removing_a_client_that_does_not_exist_says_so()
    {
        await using var installation = await TestInstallation.CreateAsync(new() { Users = 10 });

        var refused = await Assert.ThrowsAsync<ProblemException>(() =>
            installation.Get<ClientStore>().RemoveAsync("nobody", TestInstallation.Cancellation));

        Assert.Equal(ClientProblems.NotFound.Code, refused.Problem.Code);
    }

    private static async Task<string> StoredAsync(TestInstallation installation)
    {
        await using var context = await installation.Get<IDbContextFactory<SwitchbookContext>>().CreateDbContextAsync(TestInstallation.Cancellation);
        var row = await context.Clients.SingleAsync(TestInstallation.Cancellation);
        return System.Text.Json.JsonSerializer.Serialize(row);
    }
}
