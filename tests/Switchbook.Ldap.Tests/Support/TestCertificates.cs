using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Switchbook.Ldap.Tests.Support;

/// <summary>An authority with a server's and a client's certificate, made anew for each run, as objects and as files.</summary>
internal sealed class TestCertificates
{
    private readonly X509Certificate2 _client;
    private readonly (string Authority, string Client, string ClientKey) _pem;
    private readonly string _folder = Directory.CreateTempSubdirectory("ldap-tests-").FullName;

    private TestCertificates()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var authorityKey = RSA.Create(2048);
        var authorityRequest = Request("CN=Test authority", authorityKey);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = authorityRequest.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        using var serverKey = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        var serverRequest = Request("CN=localhost", serverKey);
        serverRequest.CertificateExtensions.Add(names.Build());
        Server = Issue(serverRequest, authority, serverKey, [1]);
        using var clientKey = RSA.Create(2048);
        _client = Issue(Request("CN=phone7", clientKey), authority, clientKey, [2]);
        _pem = (authority.ExportCertificatePem(), _client.ExportCertificatePem(), clientKey.ExportPkcs8PrivateKeyPem());
    }

    public static Task<TestCertificates> Shared { get; } = MakeAsync();

    public X509Certificate2 Server { get; }

    public string AuthorityFile => Path.Combine(_folder, "ca.crt");

    public string ClientFile => Path.Combine(_folder, "client.crt");

    public string ClientKeyFile => Path.Combine(_folder, "client.key");

    public bool IsClient(X509Certificate certificate) => certificate.GetCertHashString() == _client.GetCertHashString();

    private static CertificateRequest Request(string name, RSA key) =>
        new(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static X509Certificate2 Issue(CertificateRequest request, X509Certificate2 authority, RSA key, byte[] serial)
    {
        using var bare = request.Create(
            authority, new DateTimeOffset(authority.NotBefore), new DateTimeOffset(authority.NotAfter), serial);
        using var withKey = bare.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), null);
    }

    private static async Task<TestCertificates> MakeAsync()
    {
        var made = new TestCertificates();
        await File.WriteAllTextAsync(made.AuthorityFile, made._pem.Authority, CancellationToken.None);
        await File.WriteAllTextAsync(made.ClientFile, made._pem.Client, CancellationToken.None);
        await File.WriteAllTextAsync(made.ClientKeyFile, made._pem.ClientKey, CancellationToken.None);
        return made;
    }
}
