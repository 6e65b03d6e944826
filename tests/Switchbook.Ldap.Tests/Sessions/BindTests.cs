using Switchbook.Ldap.Tests.Support;

namespace Switchbook.Ldap.Tests.Sessions;

/// <summary>Who may bind, and how (RFC 4511, section 4.2 and RFC 4513).</summary>
public sealed class BindTests : IAsyncLifetime
{
    private TestServer _server = null!;
    private RawClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        _client = await RawClient.ConnectAsync(_server.Port);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("", "", 3, LdapResultCode.Success)]
    [InlineData("", "", 2, LdapResultCode.Success)]
    [InlineData(TestAccess.ReaderName, TestAccess.ReaderPassword, 2, LdapResultCode.Success)]
    [InlineData(TestAccess.ReaderName, TestAccess.ReaderPassword, 3, LdapResultCode.Success)]
    [InlineData(TestAccess.ReaderName, "wrong", 3, LdapResultCode.InvalidCredentials)]
    [InlineData(TestAccess.ReaderName, "", 3, LdapResultCode.UnwillingToPerform)]
    [InlineData("", "", 4, LdapResultCode.ProtocolError)]
    [InlineData("", "", 1, LdapResultCode.ProtocolError)]
    public async Task A_simple_bind_is_answered(string name, string password, int version, LdapResultCode expected)
    {
        Assert.Equal(expected, (await _client.AskAsync(RawClient.Bind(1, name, password, version))).Code);
    }

    [Theory]
    [InlineData("GSSAPI", null, LdapResultCode.AuthMethodNotSupported)]
    [InlineData("DIGEST-MD5", null, LdapResultCode.AuthMethodNotSupported)]
    [InlineData("PLAIN", "\0reader\0sésame", LdapResultCode.ConfidentialityRequired)]
    [InlineData("EXTERNAL", "", LdapResultCode.InappropriateAuthentication)]
    [InlineData("ANONYMOUS", "trace", LdapResultCode.Success)]
    public async Task A_sasl_bind_without_tls_is_answered(string mechanism, string? credentials, LdapResultCode expected)
    {
        Assert.Equal(expected, (await _client.AskAsync(RawClient.SaslBind(1, mechanism, credentials))).Code);
    }

    [Fact]
    public async Task A_bind_that_fails_leaves_the_connection_anonymous()
    {
        _server.Access.ForAnonymous = new LdapResult(LdapResultCode.InsufficientAccessRights, "Bind first.");

        Assert.Equal(LdapResultCode.InsufficientAccessRights, (await _client.AskAsync(RawClient.Search(1, "(cn=x)"))).Code);
        await _client.AskAsync(RawClient.Bind(2, TestAccess.ReaderName, TestAccess.ReaderPassword));
        Assert.Equal(LdapResultCode.Success, (await _client.AskAsync(RawClient.Search(3, "(cn=x)"))).Code);
        await _client.AskAsync(RawClient.Bind(4, TestAccess.ReaderName, "wrong"));
        Assert.Equal(LdapResultCode.InsufficientAccessRights, (await _client.AskAsync(RawClient.Search(5, "(cn=x)"))).Code);
    }

    [Fact]
    public async Task The_root_dse_is_readable_where_nothing_else_is()
    {
        _server.Access.ForAnonymous = new LdapResult(LdapResultCode.ConfidentialityRequired);

        var found = await _client.FindAsync(RawClient.Search(1, "(objectClass=*)", "", Searching.LdapScope.BaseObject));

        Assert.Equal([""], found.Names);
    }

    [Fact]
    public async Task An_empty_password_counts_as_anonymous_where_the_options_say_so()
    {
        await using var server = await TestServer.StartAsync(options => options.AllowEmptyPassword = true);
        using var client = await RawClient.ConnectAsync(server.Port);

        Assert.Equal(LdapResultCode.Success, (await client.AskAsync(RawClient.Bind(1, TestAccess.ReaderName))).Code);
    }

    [Fact]
    public async Task A_password_without_tls_is_refused_where_the_options_say_so()
    {
        await using var server = await TestServer.StartAsync(options => options.RequireTlsForPasswords = true);
        using var client = await RawClient.ConnectAsync(server.Port);

        var answer = await client.AskAsync(RawClient.Bind(1, TestAccess.ReaderName, TestAccess.ReaderPassword));

        Assert.Equal(LdapResultCode.ConfidentialityRequired, answer.Code);
    }

    [Fact]
    public async Task A_message_right_after_a_bind_in_the_same_packet_is_answered_too()
    {
        await _client.SendAsync(
            RawClient.Bind(1), RawClient.Search(2, "(uid=u000001)"), RawClient.Extended(3, "1.3.6.1.4.1.4203.1.11.3"));

        var answers = new[] { await _client.ReadAsync(), await _client.ReadAsync(), await _client.ReadAsync(), await _client.ReadAsync() };

        Assert.Equal([1, 2, 2, 3], answers.Select(answer => answer!.Id));
    }

    [Fact]
    public async Task Unbind_ends_the_connection_without_an_answer()
    {
        await _client.SendAsync([0x30, 0x05, 0x02, 0x01, 0x01, 0x42, 0x00]);

        Assert.Null(await _client.ReadAsync());
    }

    [Theory]
    [InlineData(0x66, 0x67)]
    [InlineData(0x68, 0x69)]
    [InlineData(0x4A, 0x6B)]
    [InlineData(0x6C, 0x6D)]
    public async Task A_write_is_refused_with_the_answer_of_its_kind(int request, int response)
    {
        var answer = await _client.AskAsync(RawClient.Message(1, (byte)request, writer => writer.Text("cn=x")));

        Assert.Equal(((byte)response, LdapResultCode.UnwillingToPerform), (answer.Tag, answer.Code));
    }

    [Fact]
    public async Task An_unknown_extended_operation_is_a_protocol_error_and_the_connection_goes_on()
    {
        Assert.Equal(LdapResultCode.ProtocolError, (await _client.AskAsync(RawClient.Extended(1, "1.2.3.4"))).Code);
        Assert.Equal(LdapResultCode.Success, (await _client.AskAsync(RawClient.Bind(2))).Code);
    }
}
