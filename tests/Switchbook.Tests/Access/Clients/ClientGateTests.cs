using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using Switchbook.Access.Clients;
using Switchbook.Audit;

namespace Switchbook.Tests.Access.Clients;

public sealed class ClientGateTests : IDisposable
{
    private static readonly IPAddress Phone = IPAddress.Parse("192.0.2.7");
    private static readonly IPAddress Stranger = IPAddress.Parse("203.0.113.9");

    private readonly FakeTimeProvider _time = new();
    private readonly AuditNotes _notes = new(TimeProvider.System);
    private readonly ClientGate _gate;

    public ClientGateTests() => _gate = new(_notes, _time);

    public void Dispose()
    {
        _gate.Dispose();
        _notes.Dispose();
    }

    [Fact]
    public async Task Nobody_from_elsewhere_is_known_to_a_new_installation()
    {
        Assert.False(_gate.HasClients);
        Assert.Null(_gate.AtAddress(Phone));
        Assert.Null(await _gate.WithPasswordAsync("phones", "secret word", Phone));
    }

    [Fact]
    public void A_client_without_secrets_is_known_by_its_address_alone()
    {
        Know(new Client { Name = "lobby", Networks = [IPNetwork.Parse("192.0.2.0/24")] });

        Assert.Equal("lobby", _gate.AtAddress(Phone)?.Name);
        Assert.Equal("lobby", _gate.AtAddress(Phone.MapToIPv6())?.Name);
        Assert.Null(_gate.AtAddress(Stranger));
    }

    [Fact]
    public async Task A_password_counts_from_the_clients_addresses_only_and_the_name_in_any_case()
    {
        Know(WithPassword("phones", "secret word", "192.0.2.0/24"));

        Assert.Equal("phones", (await _gate.WithPasswordAsync("Phones", "secret word", Phone))?.Name);
        Assert.Equal("phones", (await _gate.WithPasswordAsync("phones", "secret word", Phone))?.Name);
        Assert.Null(await _gate.WithPasswordAsync("phones", "secret word", Stranger));
        Assert.Null(await _gate.WithPasswordAsync("phones", "secret worm", Phone));
        Assert.Null(await _gate.WithPasswordAsync("others", "secret word", Phone));
        Assert.Null(_gate.AtAddress(Phone));
    }

    [Fact]
    public void A_token_is_as_good_as_a_password()
    {
        var token = ClientSecrets.Make();
        Know(new Client { Name = "phones", Networks = [], TokenHash = ClientSecrets.HashToken(token) });

        Assert.Equal("phones", _gate.WithToken(token, Stranger)?.Name);
        Assert.Null(_gate.WithToken(ClientSecrets.Make(), Stranger));
        Assert.Null(_gate.AtAddress(Stranger));
    }

    [Fact]
    public async Task Who_guesses_too_often_is_not_heard_even_with_the_right_password_and_others_are()
    {
        Know(WithPassword("phones", "secret word"));
        for (var guess = 0; guess < ClientGate.MostFailures; guess++)
        {
            Assert.Null(_gate.WithToken($"guess {guess}", Stranger));
        }

        Assert.Null(await _gate.WithPasswordAsync("phones", "secret word", Stranger));
        Assert.NotNull(await _gate.WithPasswordAsync("phones", "secret word", Phone));
    }

    /// <summary>Each guess is a slow hash: a thousand connections that guess together would keep all cores busy for minutes.</summary>
    [Fact]
    public async Task Guesses_that_come_together_are_counted_as_those_that_come_one_after_the_other()
    {
        Know(WithPassword("phones", "secret word"));

        var guesses = Enumerable.Range(0, 2 * ClientGate.MostFailures).Select(guess => _gate.WithPasswordAsync("phones", $"guess {guess}", Stranger).AsTask()).ToList();
        var right = _gate.WithPasswordAsync("phones", "secret word", Stranger).AsTask();

        Assert.All(await Task.WhenAll(guesses), Assert.Null);
        Assert.Null(await right);
    }

    [Fact]
    public void A_certificate_counts_from_its_first_day_to_its_last_and_from_the_clients_addresses_only()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var first = _time.GetUtcNow().AddDays(1);
        using var certificate = new CertificateRequest("CN=phones", key, HashAlgorithmName.SHA256).CreateSelfSigned(first, first.AddDays(1));
        Know(new Client { Name = "phones", Networks = [IPNetwork.Parse("192.0.2.0/24")], CertificateHash = ClientSecrets.HashCertificate(certificate) });

        Assert.Null(_gate.WithCertificate(certificate, Phone));
        _time.Advance(TimeSpan.FromDays(1.5));
        Assert.Equal("phones", _gate.WithCertificate(certificate, Phone)?.Name);
        Assert.Null(_gate.WithCertificate(certificate, Stranger));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Null(_gate.WithCertificate(certificate, Phone));
        Assert.Null(_gate.AtAddress(Phone));
    }

    [Fact]
    public void A_client_that_is_removed_or_made_anew_must_show_itself_again()
    {
        var client = WithPassword("phones", "secret word");
        Know(client);
        Assert.True(_gate.StillKnows(client, Phone));

        Know(client with { CreatedAt = client.CreatedAt.AddSeconds(1) });
        Assert.False(_gate.StillKnows(client, Phone));

        Know();
        Assert.False(_gate.StillKnows(client, Phone));
    }

    private static Client WithPassword(string name, string password, params string[] networks) => new()
    {
        Name = name,
        Networks = [.. networks.Select(IPNetwork.Parse)],
        PasswordHash = ClientSecrets.Hash(password),
    };

    private void Know(params Client[] clients) => _gate.Publish(new ClientTable([.. clients]));
}
