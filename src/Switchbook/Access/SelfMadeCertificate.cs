using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Switchbook.Access;

/// <summary>The certificate that the server makes for itself, for its owner alone to read, until somebody names a better one.</summary>
internal static class SelfMadeCertificate
{
    private const int YearsValid = 10;

    public static void Write(string path, DateTimeOffset now) => Write(path, Make(now));

    private static byte[] Make(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var host = Dns.GetHostName();
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName(host);
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(YearsValid));
        return certificate.Export(X509ContentType.Pkcs12);
    }

    /// <summary>Writes it whole or not at all, and for nobody else to read at any moment.</summary>
    [SuppressMessage("Usage", "MA0045", Justification = "A kilobyte, once, before the server answers anybody.")]
    private static void Write(string path, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var part = $"{path}.{Guid.NewGuid():N}";
        using (var file = new FileStream(part, options))
        {
            file.Write(content);
        }

        File.Move(part, path, overwrite: true);
    }
}
