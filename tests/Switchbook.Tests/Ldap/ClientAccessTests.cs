using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Switchbook.Access;
using Switchbook.Access.Clients;
using Switchbook.Audit;
using Switchbook.Ldap;
using Switchbook.Ldap.Access;

namespace Switchbook.Tests.Ldap;

/// <summary>Who may ask over LDAP.</summary>
public sealed class ClientAccessTests : IDisposable
{
    private static readonly IPAddress Phone = IPAddress.Parse("192.0.2.7");
    private static readonly IPAddress Stranger = IPAddress.Parse("203.0.113.9");

    private readonly AuditNotes _notes = new(TimeProvider.System);
    private readonly RequestRates _rates = new(Options.Create(new AccessOptions { RequestsPerSecond = 4 }));
    private readonly ClientGate _gate;
    private readonly ClientAccess _access;

    public ClientAccessTests()
    {
        _gate = new(_notes, TimeProvider.System);
        _access = new(_gate, _rates, Options.Create(new LdapOptions()));
        Know(
            new Client { Name = "lobby", Networks = [new IPNetwork(Phone, 32)] },
            new Client { Name = "pbx", Networks = [], PasswordHash = ClientSecrets.Hash("secret word") });
    }

    public void Dispose()
    {
        _gate.Dispose();
        _rates.Dispose();
        _notes.Dispose();
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_that_the_server_is_busy_and_others_are_not()
    {
        var peer = Peer(Phone);
        for (var asked = 0; asked < 4 * RequestRates.BurstSeconds; asked++)
        {
            Assert.Equal(LdapResultCode.Success, _access.Authorize(peer).Code);
        }

        Assert.Equal(LdapResultCode.Busy, _access.Authorize(peer).Code);
        Assert.Equal(LdapResultCode.Busy, (await BindAsync("pbx", "secret word", Phone)).Result.Code);
        Assert.Equal(LdapResultCode.Success, (await BindAsync("pbx", "secret word", Stranger)).Result.Code);
    }

    [Theory]
    [InlineData("cn=pbx,ou=clients,dc=switchbook")]
    [InlineData("CN=PBX, OU=Clients, DC=switchbook")]
    [InlineData("pbx")]
    public async Task A_client_binds_by_its_DN_or_by_its_name_alone(string name)
    {
        var answer = await BindAsync(name, "secret word", Stranger);

        Assert.Equal(LdapResultCode.Success, answer.Result.Code);
        Assert.Equal("dn:cn=pbx,ou=clients,dc=switchbook", answer.Identity!.AuthorizationId);
    }

    [Theory]
    [InlineData("pbx", "secret worm")]
    [InlineData("lobby", "secret word")]
    [InlineData("cn=pbx,ou=people,dc=switchbook", "secret word")]
    [InlineData("cn=pbx", "secret word")]
    public async Task A_wrong_password_and_a_wrong_name_get_the_same_answer(string name, string password)
    {
        var answer = await BindAsync(name, password, Stranger);

        Assert.Equal(LdapResultCode.InvalidCredentials, answer.Result.Code);
        Assert.Null(answer.Identity);
        Assert.Equal((await BindAsync("nobody", "nothing", Stranger)).Result, answer.Result);
    }

    [Fact]
    public async Task Without_credentials_this_computer_may_ask_and_addresses_that_are_let_in()
    {
        foreach (var (address, code) in new[] { (IPAddress.Loopback, 0), (Phone, 0), (Stranger, 49) })
        {
            var peer = Peer(address);
            var answer = await _access.BindAsync(new LdapCredentials.Anonymous(), peer, TestContext.Current.CancellationToken);

            Assert.Equal((LdapResultCode)code, answer.Result.Code);
            Assert.Equal(code == 0 ? LdapResultCode.Success : LdapResultCode.InsufficientAccessRights, _access.Authorize(peer).Code);
        }
    }

    [Fact]
    public async Task Wrong_digests_are_guesses_and_after_too_many_no_secret_is_looked_up()
    {
        Know(new Client { Name = "pbx", Networks = [], PasswordHash = "", DigestSecret = ClientSecrets.Digest("pbx", "secret word") });
        Assert.NotNull(await SecretAsync("pbx", Stranger));
        Assert.Null(await SecretAsync("PBX", Stranger));

        for (var guess = 0; guess < ClientGate.MostFailures; guess++)
        {
            _access.RefusedDigest("pbx", Peer(Stranger));
        }

        Assert.Null(await SecretAsync("pbx", Stranger));
        Assert.NotNull(await SecretAsync("pbx", Phone));
    }

    [Fact]
    public void An_address_that_is_shut_out_ends_at_once()
    {
        var peer = Peer(Phone);
        Assert.Equal(LdapResultCode.Success, _access.Authorize(peer).Code);

        Know();

        Assert.Equal(LdapResultCode.InsufficientAccessRights, _access.Authorize(peer).Code);
    }

    private ValueTask<byte[]?> SecretAsync(string user, IPAddress from) =>
        _access.DigestSecretAsync(user, ClientSecrets.DigestRealm, Peer(from), TestContext.Current.CancellationToken);

    private static LdapPeer Peer(IPAddress address) => new(new IPEndPoint(address, 50_000), new IPEndPoint(IPAddress.Loopback, 389));

    private ValueTask<LdapBindAnswer> BindAsync(string name, string password, IPAddress from) => _access.BindAsync(
        new LdapCredentials.Simple(name, Encoding.UTF8.GetBytes(password), IsSasl: false), Peer(from), TestContext.Current.CancellationToken);

    private void Know(params Client[] clients) => _gate.Publish(new ClientTable([.. clients]));
}
