using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Switchbook.Storage;

namespace Switchbook.Access;

/// <summary>
/// The certificate that the server shows: one that it makes for itself at its first start and keeps in the data directory,
/// readable by its owner alone, until somebody puts a better one there.
/// </summary>
internal sealed class ServerCertificate : IDisposable
{
    private const string FileName = "server.pfx";
    private const int YearsValid = 10;

    private readonly Lazy<X509Certificate2> _certificate;
    private readonly Lazy<SslStreamCertificateContext> _context;

    public ServerCertificate(DataDirectory data, TimeProvider time)
    {
        _certificate = new(() => Load(Path.Combine(data.Subdirectory("certificates"), FileName), time));
        _context = new(() => SslStreamCertificateContext.Create(_certificate.Value, null));
    }

    /// <summary>The certificate with its key; made when first asked for.</summary>
    public X509Certificate2 Certificate => _certificate.Value;

    /// <summary>One context for all connections, so that TLS sessions resume.</summary>
    public SslStreamCertificateContext Context => _context.Value;

    public void Dispose()
    {
        if (_certificate.IsValueCreated)
        {
            _certificate.Value.Dispose();
        }
    }

    private static X509Certificate2 Load(string path, TimeProvider time)
    {
        if (!File.Exists(path))
        {
            Write(path, Make(time));
        }

        return X509CertificateLoader.LoadPkcs12FromFile(path, null);
    }

    private static byte[] Make(TimeProvider time)
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
        var now = time.GetUtcNow();
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
