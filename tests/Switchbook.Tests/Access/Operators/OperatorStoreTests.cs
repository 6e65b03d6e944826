using Microsoft.EntityFrameworkCore;
using Switchbook.Access.Operators;
using Switchbook.Cli;
using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.Tests.Access.Operators;

public sealed class OperatorStoreTests : IAsyncLifetime
{
    private const string Password = "correct horse";

    private readonly string _directory = Directory.CreateTempSubdirectory("switchbook-operators-").FullName;
    private Installation _installation = null!;

    private OperatorStore Store => _installation.Get<OperatorStore>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _installation = await Installation.OpenAsync(_directory, Cancellation);

    public async ValueTask DisposeAsync()
    {
        await _installation.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task An_operator_is_kept_without_the_password_and_found_by_name_in_any_case()
    {
        await Store.AddAsync(new("Jörg Weiß", OperatorRole.Viewer, Password), Cancellation);

        var kept = Assert.Single(await Store.ListAsync(Cancellation));
        Assert.Equal(("Jörg Weiß", OperatorRole.Viewer), (kept.Name, kept.Role));
        Assert.True(OperatorPasswords.Verify(kept.PasswordHash, Password));
        Assert.False(OperatorPasswords.Verify(kept.PasswordHash, "correct house"));
        Assert.False(OperatorPasswords.Verify(null, Password));
        Assert.DoesNotContain(Password, await StoredAsync(), StringComparison.Ordinal);

        await Store.RemoveAsync("JÖRG WEIß", evenLast: false, Cancellation);
        Assert.Empty(await Store.ListAsync(Cancellation));
    }

    [Theory]
    [InlineData("", Password, "SB-OPERATOR-001")]
    [InlineData("tab\there", Password, "SB-OPERATOR-001")]
    [InlineData("TAKEN", Password, "SB-OPERATOR-002")]
    [InlineData("maria", "too short", "SB-OPERATOR-004")]
    [InlineData("maria", "aaaaaaaaaaaa", "SB-OPERATOR-004")]
    [InlineData("maria.garcia", "Maria.Garcia", "SB-OPERATOR-004")]
    public async Task An_unfit_operator_is_refused_and_nothing_is_stored(string name, string password, string code)
    {
        await Store.AddAsync(new("taken", OperatorRole.Administrator, Password), Cancellation);

        var refused = await Assert.ThrowsAsync<ProblemException>(() => Store.AddAsync(new(name, OperatorRole.Operator, password), Cancellation));

        Assert.Equal(code, refused.Problem.Code);
        Assert.Single(await Store.ListAsync(Cancellation));
    }

    [Fact]
    public async Task A_new_password_comes_with_a_new_stamp()
    {
        var before = await Store.AddAsync(new("maria", OperatorRole.Administrator, Password), Cancellation);

        await Store.SetPasswordAsync("Maria", "another horse", Cancellation);

        var after = Assert.Single(await Store.ListAsync(Cancellation));
        Assert.NotEqual(before.Stamp, after.Stamp);
        Assert.True(OperatorPasswords.Verify(after.PasswordHash, "another horse"));
    }

    [Fact]
    public async Task The_last_administrator_goes_by_force_alone()
    {
        await Store.AddAsync(new("maria", OperatorRole.Administrator, Password), Cancellation);
        await Store.AddAsync(new("jonas", OperatorRole.Operator, Password), Cancellation);

        var refused = await Assert.ThrowsAsync<ProblemException>(() => Store.RemoveAsync("maria", evenLast: false, Cancellation));
        Assert.Equal(OperatorProblems.LastAdministrator.Code, refused.Problem.Code);
        await Store.RemoveAsync("jonas", evenLast: false, Cancellation);
        await Store.RemoveAsync("maria", evenLast: true, Cancellation);

        Assert.Empty(await Store.ListAsync(Cancellation));
    }

    [Theory]
    [InlineData("SB-OPERATOR-003", ExitCode.NotFound)]
    [InlineData("SB-OPERATOR-004", ExitCode.WrongUsage)]
    [InlineData("SB-OPERATOR-005", ExitCode.Failed)]
    public void The_shell_is_told_what_kind_of_failure_it_was(string code, int exitCode) =>
        Assert.Equal(exitCode, ExitCode.For(new Problem(code, "", "")));

    private async Task<string> StoredAsync()
    {
        await using var context = await _installation.Get<IDbContextFactory<SwitchbookContext>>().CreateDbContextAsync(Cancellation);
        var row = await context.Operators.SingleAsync(Cancellation);
        return $"{row.Name} {row.NameKey} {row.Role} {row.PasswordHash} {row.Stamp}";
    }
}
