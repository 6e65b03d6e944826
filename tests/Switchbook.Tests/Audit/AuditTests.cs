using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Switchbook.Access.Clients;
using Switchbook.Access.Operators;
using Switchbook.Access.Tokens;
using Switchbook.Audit;
using Switchbook.Cli;
using Switchbook.Storage;
using Switchbook.Storage.Auditing;
using Switchbook.Synchronization;
using Switchbook.Tests.Architecture;

namespace Switchbook.Tests.Audit;

public sealed class AuditTests : IAsyncLifetime
{
    private const string Password = "correct horse";

    private readonly string _directory = Directory.CreateTempSubdirectory("switchbook-audit-").FullName;
    private Installation _installation = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _installation = await Installation.OpenAsync(_directory, Cancellation);

    public async ValueTask DisposeAsync()
    {
        await _installation.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task What_changes_is_on_record_with_who_did_it_before_and_after_and_no_secret()
    {
        AuditActor.Current = new("operator maria", "192.0.2.7");
        var operators = _installation.Get<OperatorStore>();
        await operators.AddAsync(new("jonas", OperatorRole.Viewer, Password), Cancellation);
        await operators.SetPasswordAsync("jonas", "other horse", Cancellation);
        await operators.RemoveAsync("jonas", evenLast: false, Cancellation);
        var clients = _installation.Get<ClientStore>();
        var urlToken = await clients.AddAsync(new() { Name = "lobby", Password = Password, AllowsDigest = true, HasToken = true, Networks = ["192.0.2.0/24"] }, Cancellation);
        await clients.RemoveAsync("lobby", Cancellation);
        var (_, token) = await _installation.Get<ApiTokenStore>().AddAsync("ci", OperatorRole.Viewer, 3, Cancellation);
        var entries = _installation.Get<ManualEntries>();
        var id = await entries.AddAsync("Front desk", "100", Cancellation);
        await entries.EditAsync(id, "Front desk", "101", Cancellation);
        await entries.RemoveAsync(id, Cancellation);

        var record = (await ListAsync()).Reverse().ToList();

        Assert.Equal(
            [
                "operator.added jonas", "operator.changed jonas", "operator.removed jonas", "client.added lobby", "client.removed lobby", "token.added ci",
                "entry.added Front desk", "entry.changed Front desk", "entry.removed Front desk",
            ],
            record.Select(line => $"{line.Kind} {line.Subject}"));
        Assert.All(record, line => Assert.Equal(("operator maria", "192.0.2.7"), (line.Actor, line.Address)));
        Assert.Equal("""{"number":{"before":"100","after":"101"}}""", record[7].Details!.ToJsonString());
        Assert.Equal("""{"passwordHash":{"before":"(secret)","after":"(secret)"}}""", record[1].Details!.ToJsonString());
        Assert.Equal("192.0.2.0/24", record[3].Details!["networks"]!["after"]!.GetValue<string>());
        var stored = await StoredSecretsAsync();
        Assert.All(
            [Password, "other horse", urlToken!, token, .. stored],
            secret => Assert.DoesNotContain(secret, JsonSerializer.Serialize(record), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_that_changes_is_told_setting_by_setting_and_what_the_program_keeps_for_itself_is_not()
    {
        await using var context = await ContextAsync();
        var row = new LinkRow
        {
            Name = "Contoso",
            NameKey = "CONTOSO",
            TenantId = "t",
            ClientId = "c",
            Cloud = "global",
            NameField = "displayName",
            NumberFields = "businessPhones",
            Audience = "{}",
            Guards = "{}",
            ResyncSeconds = 3600,
            Credentials = { new() { Kind = "secret", Protected = "hidden" } },
        };
        context.Links.Add(row);
        await context.SaveChangesAsync(Cancellation);
        row.ResyncSeconds = 60;
        await context.SaveChangesAsync(Cancellation);
        row.Credentials[0].ProvenAt = TimeProvider.System.GetUtcNow();
        await context.SaveChangesAsync(Cancellation);
        row.Credentials.Clear();
        await context.SaveChangesAsync(Cancellation);

        var record = (await ListAsync()).Reverse().ToList();

        Assert.Equal(
            ["credential.added Contoso", "credential.removed Contoso", "link.added Contoso", "link.changed Contoso"],
            record.Select(line => $"{line.Kind} {line.Subject}").Order(StringComparer.Ordinal));
        Assert.Equal("""{"resyncSeconds":{"before":3600,"after":60}}""", record.Single(line => line.Kind == "link.changed").Details!.ToJsonString());
        Assert.DoesNotContain("hidden", JsonSerializer.Serialize(record), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_is_one_line_with_its_number()
    {
        await _installation.Get<ManualEntries>().AddAsync([.. Enumerable.Range(0, 21).Select(number => ($"Desk {number}", $"{100 + number}"))], Cancellation);

        Assert.Equal(["entry.added 21"], (await ListAsync()).Select(line => $"{line.Kind} {line.Subject}"));
    }

    [Fact]
    public async Task The_database_itself_refuses_to_change_a_line_or_to_delete_a_young_one()
    {
        var trail = _installation.Get<AuditTrail>();
        var now = TimeProvider.System.GetUtcNow();
        await trail.AppendAsync([new() { Kind = "old", Subject = "", At = now.AddDays(-31) }, new() { Kind = "young", Subject = "", At = now.AddDays(-29) }], Cancellation);

        await using var context = await ContextAsync();
        await AssertRefusedAsync(context, """UPDATE "Audit" SET "Actor" = 'nobody'""", "The audit record is only added to.");
        await AssertRefusedAsync(context, """DELETE FROM "Audit" """, "The audit record is kept.");
        await trail.ForgetAsync(now.AddDays(-30), Cancellation);

        Assert.Equal(["young"], (await ListAsync()).Select(line => line.Kind));
    }

    [Fact]
    public async Task A_record_whose_upgrade_was_killed_before_its_guard_has_it_from_the_next_start_on()
    {
        await using (var context = await ContextAsync())
        {
            await context.Database.ExecuteSqlRawAsync("""DROP TRIGGER "AuditIsNotChanged"; DROP TRIGGER "AuditIsNotDeleted";""", Cancellation);
        }

        await _installation.DisposeAsync();
        _installation = await Installation.OpenAsync(_directory, Cancellation);
        await _installation.Get<AuditTrail>().AppendAsync("young", "", Cancellation);

        await using var guarded = await ContextAsync();
        await AssertRefusedAsync(guarded, """UPDATE "Audit" SET "Actor" = 'nobody'""", "The audit record is only added to.");
        await AssertRefusedAsync(guarded, """DELETE FROM "Audit" """, "The audit record is kept.");
    }

    [Fact]
    public async Task Lines_come_on_record_once_also_while_old_ones_cannot_be_removed()
    {
        var trail = _installation.Get<AuditTrail>();
        await trail.AppendAsync([new() { Kind = "old", Subject = "", At = TimeProvider.System.GetUtcNow().AddDays(-31) }], Cancellation);
        await using (var context = await ContextAsync())
        {
            await context.Database.ExecuteSqlRawAsync("""CREATE TRIGGER "No" BEFORE DELETE ON "Audit" BEGIN SELECT RAISE(ABORT, 'no'); END;""", Cancellation);
        }

        using var notes = new AuditNotes(TimeProvider.System);
        using var writer = new AuditWriter(notes, trail, Options.Create(new AuditOptions { Days = 30 }), TimeProvider.System, NullLogger<AuditWriter>.Instance);
        await writer.StartAsync(Cancellation);
        foreach (var kind in (string[])["first", "second"])
        {
            notes.Add(kind, AuditActor.Program, "");
            await OnRecordAsync(kind).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        }

        await writer.StopAsync(Cancellation);
        Assert.Equal(["second", "first", "old"], (await ListAsync()).Select(line => line.Kind));
    }

    [Fact]
    public async Task A_change_that_fails_leaves_no_line()
    {
        await using var context = await ContextAsync();
        await using (await context.Database.BeginTransactionAsync(Cancellation))
        {
            context.ManualEntries.Add(new() { Name = "Nobody", Number = "1" });
            await context.SaveChangesAsync(Cancellation);
        }

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Guesses_are_told_up_to_a_number_and_never_with_what_was_typed()
    {
        using var notes = new AuditNotes(TimeProvider.System);
        using var gate = new ClientGate(notes, TimeProvider.System);
        gate.Publish(new ClientTable([new Client { Name = "pbx", Networks = [], PasswordHash = ClientSecrets.Hash(Password) }]));
        for (var guess = 0; guess < 3 * AuditNotes.MostRefusals; guess++)
        {
            Assert.Null(await gate.WithPasswordAsync(guess == 0 ? "PBX" : "my password by mistake", "guess", IPAddress.Parse("192.0.2.7")));
        }

        await _installation.Get<AuditTrail>().AppendAsync(Drain(notes), Cancellation);

        var record = (await ListAsync()).Reverse().ToList();
        Assert.Equal(AuditNotes.MostRefusals, record.Count);
        Assert.Equal(("client.refused", "pbx", "somebody", "192.0.2.7"), (record[0].Kind, record[0].Subject, record[0].Actor, record[0].Address));
        Assert.All(record.Skip(1), line => Assert.Equal("", line.Subject));
    }

    [Fact]
    public async Task Questions_choose_by_kind_by_text_and_by_time_and_go_on_from_a_line()
    {
        var trail = _installation.Get<AuditTrail>();
        var start = TimeProvider.System.GetUtcNow().AddDays(-2);
        await trail.AppendAsync(
            Enumerable.Range(0, 5).Select(day => new AuditRow { Kind = day % 2 == 0 ? "link.changed" : "client.added", Subject = $"Number {day}", Actor = "operator MARIA", At = start.AddHours(day) }),
            Cancellation);

        Assert.Equal(["Number 4", "Number 2", "Number 0"], await SubjectsAsync(new() { Kind = "link" }));
        Assert.Equal(["Number 3"], await SubjectsAsync(new() { Text = "number 3" }));
        Assert.Equal(5, (await SubjectsAsync(new() { Text = "maria" })).Count);
        Assert.Equal(["Number 2", "Number 1"], await SubjectsAsync(new() { From = start.AddHours(1), Until = start.AddHours(3) }));
        var newest = (await ListAsync())[0];
        Assert.Equal(["Number 3"], (await trail.ListAsync(new() { Before = newest.Id }, 1, Cancellation)).Select(line => line.Subject));
    }

    [Fact]
    public async Task A_syslog_server_gets_every_line_once_also_after_a_pause()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var options = Options.Create(new AuditOptions { Syslog = $"tcp://{listener.LocalEndpoint}" });
        var trail = _installation.Get<AuditTrail>();
        foreach (var kind in (string[])["operator.refused", "link.changed"])
        {
            await trail.AppendAsync(kind, "Zoë", Cancellation);
            using var forwarder = new SyslogForwarder(trail, _installation.Get<DataDirectory>(), options, TimeProvider.System, NullLogger<SyslogForwarder>.Instance);
            await forwarder.StartAsync(Cancellation);
            using var peer = await listener.AcceptTcpClientAsync(Cancellation);
            using var reader = new StreamReader(peer.GetStream(), Encoding.UTF8);
            var got = await reader.ReadToEndAsync(Cancellation);
            await forwarder.StopAsync(Cancellation);

            var length = int.Parse(got.AsSpan(0, got.IndexOf(' ', StringComparison.Ordinal)), System.Globalization.CultureInfo.InvariantCulture);
            var message = got[(got.IndexOf(' ', StringComparison.Ordinal) + 1)..];
            Assert.Equal(length, Encoding.UTF8.GetByteCount(message));
            Assert.Matches($$"""^<{{(kind == "link.changed" ? 109 : 108)}}>1 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\dZ \S+ switchbook \d+ {{kind}} - \uFEFF""" + """\{"id":\d+.*"subject":"Zoë".*\}$""", message);
        }
    }

    /// <summary>What passes the interceptor by would not be on record.</summary>
    [Fact]
    public void Audited_rows_are_never_changed_behind_the_back_of_the_record()
    {
        string[] allowed = ["context.Links.Where(other => other.Order > row.Order)", "context.ApiTokens.Where(row => row.Id == id)"];
        var behind =
            from file in Repository.Sources("src", "Switchbook")
            let source = Repository.Read(file)
            from Match statement in Regex.Matches(
                source, @"context\.(Links|Credentials|Clients|Operators|ApiTokens|ManualEntries|Audit)\b[^;]*Execute(Update|Delete)Async", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            where !allowed.Any(one => statement.Value.StartsWith(one, StringComparison.Ordinal)) && !file.EndsWith("AuditTrail.cs", StringComparison.Ordinal)
            select $"{file}: {statement.Value}";

        Rule.Holds(behind);
    }

    private static IEnumerable<AuditRow> Drain(AuditNotes notes)
    {
        while (notes.Waiting.TryRead(out var line))
        {
            yield return line;
        }
    }

    private async Task OnRecordAsync(string kind)
    {
        while ((await ListAsync()).All(line => line.Kind != kind))
        {
            await Task.Delay(20, Cancellation);
        }
    }

    private static async Task AssertRefusedAsync(SwitchbookContext context, string statement, string because) => Assert.Contains(
        because,
        (await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => context.Database.ExecuteSqlRawAsync(statement, Cancellation))).Message,
        StringComparison.Ordinal);

    private Task<IReadOnlyList<AuditLine>> ListAsync() => _installation.Get<AuditTrail>().ListAsync(new(), 100, Cancellation);

    private async Task<IReadOnlyList<string>> SubjectsAsync(AuditQuestion question) =>
        [.. (await _installation.Get<AuditTrail>().ListAsync(question, 100, Cancellation)).Select(line => line.Subject)];

    private async Task<SwitchbookContext> ContextAsync() =>
        await _installation.Get<IDbContextFactory<SwitchbookContext>>().CreateDbContextAsync(Cancellation);

    private async Task<IReadOnlyList<string>> StoredSecretsAsync()
    {
        await using var context = await ContextAsync();
        return [.. await context.ApiTokens.Select(row => row.Hash).ToListAsync(Cancellation) is var hashes ? hashes.Select(Convert.ToBase64String) : []];
    }
}
