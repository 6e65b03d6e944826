using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Switchbook.Links;

/// <summary>Reads a certificate with its private key from what administrators have: PFX without a password, or PEM.</summary>
internal static class CertificateFile
{
    public static bool TryRead(byte[] content, [NotNullWhen(true)] out X509Certificate2? certificate)
    {
        certificate = null;
        try
        {
            var text = Encoding.ASCII.GetString(content);
            certificate = text.Contains("-----BEGIN", StringComparison.Ordinal)
                ? X509Certificate2.CreateFromPem(text, text)
                : X509CertificateLoader.LoadPkcs12(content, password: null);
            return certificate.HasPrivateKey;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException)
        {
            return false;
        }
    }
}
