using System.Text;

using Switchbook.Ldap.Codec;
using Switchbook.Ldap.Searching;
using Switchbook.Ldap.Tests.Support;

namespace Switchbook.Ldap.Tests.Sessions;

/// <summary>StartTLS (RFC 4511, section 4.14) and LDAPS.</summary>
public sealed class StartTlsTests
{
    private const string StartTls = "1.3.6.1.4.1.1466.20037";

    [Fact]
    public async Task What_was_sent_in_plain_text_behind_the_request_is_thrown_away()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await RawClient.ConnectAsync(server.Port);

        await client.SendAsync(RawClient.Extended(1, StartTls), RawClient.Bind(2, TestAccess.ReaderName, TestAccess.ReaderPassword));
        Assert.Equal(LdapResultCode.Success, (await client.ReadAsync())!.Code);
        await using var secure = await client.SecureAsync();

        Assert.Equal(3, (await client.AskAsync(RawClient.Bind(3))).Id);
    }

    [Fact]
    public async Task A_second_request_and_one_while_searches_run_are_refused()
    {
        await using var server = await TestServer.StartAsync(directory: new EndlessDirectory(LdapStep.Pause));
        using var client = await RawClient.ConnectAsync(server.Port);
        await client.SendAsync(RawClient.Search(1, "(cn=a)"));
        Assert.Equal(LdapResultCode.OperationsError, (await client.AskAsync(RawClient.Extended(2, StartTls))).Code);
        await client.SendAsync(RawClient.Abandon(3, 1));
        RawMessage answer;
        do
        {
            answer = await client.AskAsync(RawClient.Extended(4, StartTls));
        }
        while (answer.Code == LdapResultCode.OperationsError);

        await using var secure = await client.SecureAsync();
        Assert.Equal(LdapResultCode.OperationsError, (await client.AskAsync(RawClient.Extended(5, StartTls))).Code);
    }

    [Fact]
    public async Task It_is_a_protocol_error_and_not_announced_where_there_is_no_certificate()
    {
        await using var server = await TestServer.StartAsync(options => options.Tls = null);
        using var client = await RawClient.ConnectAsync(server.Port);

        Assert.Equal(LdapResultCode.ProtocolError, (await client.AskAsync(RawClient.Extended(1, StartTls))).Code);
        var root = await client.AskAsync(RawClient.Search(2, "(objectClass=*)", "", LdapScope.BaseObject, attributes: "supportedExtension"));
        Assert.DoesNotContain(StartTls, Encoding.ASCII.GetString(root.Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sasl_plain_is_announced_and_taken_over_tls()
    {
        await using var server = await TestServer.StartAsync();
        using var client = await RawClient.ConnectAsync(server.TlsPort);
        await using var secure = await client.SecureAsync();

        var root = await client.AskAsync(RawClient.Search(1, "(objectClass=*)", "", LdapScope.BaseObject, attributes: "supportedSASLMechanisms"));
        Assert.Contains("PLAIN", Encoding.ASCII.GetString(root.Content.Span), StringComparison.Ordinal);
        Assert.Equal(OperationTag.SearchResultDone, (await client.ReadAsync())!.Tag);
        Assert.Equal(LdapResultCode.Success, (await client.AskAsync(RawClient.SaslBind(2, "PLAIN", "\0reader\0sésame"))).Code);
        Assert.Equal(LdapResultCode.InvalidCredentials, (await client.AskAsync(RawClient.SaslBind(3, "PLAIN", "other\0reader\0sésame"))).Code);
    }

    [Theory]
    [InlineData("-starttls", "ldap")]
    [InlineData("-no_comp", null)]
    public async Task A_phone_that_connects_anew_for_each_search_resumes_its_tls_session(string option, string? protocol)
    {
        await using var server = await TestServer.StartAsync();
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var port = protocol is null ? server.TlsPort : server.Port;
        string[] connect = ["s_client", "-connect", $"127.0.0.1:{port}", "-tls1_2", option, .. protocol is null ? [] : new[] { protocol }];

        var first = await Command.RunAsync("openssl", "openssl", [.. connect, "-sess_out", file]);
        var second = await Command.RunAsync("openssl", "openssl", [.. connect, "-sess_in", file], until: "    Verify return code");

        Assert.Contains("New, ", first.Output, StringComparison.Ordinal);
        Assert.Contains("Reused, ", second.Output, StringComparison.Ordinal);
    }
}
