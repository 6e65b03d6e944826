using System.Globalization;

using Switchbook.Ldap.Tests.Support;

namespace Switchbook.Ldap.Tests.Clients;

/// <summary>Phones connect anew for each key pressed: the second TLS handshake must be the short one. OpenSSL's own client says which it was.</summary>
public sealed class SessionResumptionTests
{
    /// <summary>An unbind request (RFC 4511, section 4.3), after which the server closes the connection.</summary>
    private const string Unbind = "0\u0005\u0002\u0001\u0001B\0";

    [Theory]
    [InlineData("-tls1_2", false)]
    [InlineData("-tls1_2", true)]
    [InlineData("-tls1_3", false)]
    [InlineData("-tls1_3", true)]
    public async Task A_client_that_comes_back_resumes_its_TLS_session(string version, bool startTls)
    {
        await using var server = await TestServer.StartAsync();
        var session = Path.GetTempFileName();
        string[] common = ["s_client", "-ign_eof", version, "-connect", Address(startTls ? server.Port : server.TlsPort), .. startTls ? (string[])["-starttls", "ldap"] : []];

        var first = await Command.RunAsync("openssl", "openssl", [.. common, "-sess_out", session], input: Unbind);
        var second = await Command.RunAsync("openssl", "openssl", [.. common, "-sess_in", session], input: Unbind);

        File.Delete(session);
        Assert.Contains("New, TLSv1", first.Output, StringComparison.Ordinal);
        Assert.Contains("Reused, TLSv1", second.Output, StringComparison.Ordinal);
    }

    private static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
}
