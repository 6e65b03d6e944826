using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Switchbook.SimulatedTenant;

/// <summary>A certificate authority of one run and the server certificate that it signed; its key is gone with the process.</summary>
internal sealed class SimulatedAuthority : IDisposable
{
    private readonly X509Certificate2 _authority;

    public SimulatedAuthority(TimeProvider clock)
    {
        var from = clock.GetUtcNow().AddHours(-1);
        var until = from.AddDays(30);
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=Switchbook simulated tenant CA", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        authority.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        _authority = authority.CreateSelfSigned(from, until);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var server = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        server.CertificateExtensions.Add(names.Build());
        server.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        server.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var signed = server.Create(_authority, from, until, RandomNumberGenerator.GetBytes(12));
        ServerCertificate = signed.CopyWithPrivateKey(key);
    }

    public X509Certificate2 ServerCertificate { get; }

    public string Pem => _authority.ExportCertificatePem();

    public void Dispose()
    {
        _authority.Dispose();
        ServerCertificate.Dispose();
    }
}
