using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Switchbook.Links;

/// <summary>Reads a certificate with its private key from what administrators have: PFX or PEM, with or without a password.</summary>
internal static class CertificateFile
{
    public static bool TryRead(byte[] content, string? password, [NotNullWhen(true)] out X509Certificate2? certificate)
    {
        certificate = null;
        try
        {
            var text = Encoding.ASCII.GetString(content);
            certificate = (text.Contains("-----BEGIN", StringComparison.Ordinal), password) switch
            {
                (true, null) => X509Certificate2.CreateFromPem(text, text),
                (true, _) => X509Certificate2.CreateFromEncryptedPem(text, text, password),
                _ => X509CertificateLoader.LoadPkcs12(content, password, X509KeyStorageFlags.Exportable),
            };
            return certificate.HasPrivateKey;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A certificate of its own making, for signing in alone; its key is to be kept where nobody reads it.</summary>
    /// <param name="link">The link's name, by which the portal shows the certificate.</param>
    public static byte[] Make(string link, DateTimeOffset from, int days)
    {
        using var key = RSA.Create(3072);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName($"Switchbook {link}");
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.2")], critical: false));

        // A clock that is a little ahead of Microsoft's must not make the certificate one of tomorrow.
        using var certificate = request.CreateSelfSigned(from.AddMinutes(-10), from.AddDays(days));
        return certificate.Export(X509ContentType.Pkcs12);
    }
}
