using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Switchbook.Access;
using Switchbook.PhoneDirectory;
using Switchbook.Problems;
using Switchbook.Tests.Ldap;

namespace Switchbook.Tests.Access;

/// <summary>The certificate that the server shows, and how it is changed while it runs.</summary>
public sealed class ServerCertificateTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("switchbook-certificate-").FullName;

    private string Chain => Path.Combine(_directory, "chain.pem");

    private string Key => Path.Combine(_directory, "key.pem");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_renewed_certificate_is_shown_to_whoever_connects_next_and_a_broken_file_changes_nothing()
    {
        await WriteAsync("one.example");
        await using var host = await LdapHost.StartAsync(DirectorySnapshot.Empty, ("Access:CertificateFile", Chain), ("Access:CertificateKeyFile", Key));
        Assert.Equal("CN=one.example", await ShownAsync(host.TlsPort));

        await WriteAsync("other.example");
        host.Certificate.Refresh();
        Assert.Equal("CN=other.example", await ShownAsync(host.TlsPort));

        await File.WriteAllTextAsync(Chain, "half a certi", TestContext.Current.CancellationToken);
        host.Certificate.Refresh();
        Assert.Equal("CN=other.example", await ShownAsync(host.TlsPort));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_is_read_as_PEM_or_PFX_with_the_chain_behind_the_certificate(bool isPfx)
    {
        using var own = Make("own.example", out var key);
        using var above = Make("above.example", out _);
        var password = Path.Combine(_directory, "password");
        File.WriteAllText(password, "geheim\n");
        if (isPfx)
        {
            using var withKey = own.CopyWithPrivateKey(key);
            File.WriteAllBytes(Chain, new X509Certificate2Collection { above, withKey }.Export(X509ContentType.Pkcs12, "geheim")!);
        }
        else
        {
            File.WriteAllText(Chain, $"{own.ExportCertificatePem()}\n{above.ExportCertificatePem()}\n");
            File.WriteAllText(Key, key.ExportEncryptedPkcs8PrivateKeyPem("geheim", new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)));
        }

        var read = new CertificateFiles(Chain, isPfx ? null : Key, password).Load();

        Assert.Equal(["CN=own.example", "CN=above.example"], read.Select(one => one.Subject));
        Assert.True(read[0].HasPrivateKey);
    }

    [Fact]
    public void A_certificate_without_its_key_is_refused_by_name()
    {
        using var own = Make("own.example", out _);
        File.WriteAllText(Chain, own.ExportCertificatePem());

        var refused = Assert.Throws<ProblemException>(() => new CertificateFiles(Chain).Load());

        Assert.Equal("SB-ACCESS-008", refused.Problem.Code);
        Assert.Contains(Chain, refused.Problem.Message, StringComparison.Ordinal);
    }

    private async Task WriteAsync(string name)
    {
        using var certificate = Make(name, out var key);
        await File.WriteAllTextAsync(Chain, certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Key, key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
    }

    private static X509Certificate2 Make(string name, out ECDsa key)
    {
        key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var made = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadCertificate(made.RawData);
    }

    [SuppressMessage("Security", "CA5359", Justification = "The test looks at whatever certificate is shown.")]
    private static async Task<string> ShownAsync(int port)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken);
        await using var tls = new SslStream(connection.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
        await tls.AuthenticateAsClientAsync("localhost");
        return tls.RemoteCertificate!.Subject;
    }
}
