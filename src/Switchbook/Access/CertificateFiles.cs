using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Switchbook.Problems;

namespace Switchbook.Access;

/// <summary>A certificate with its key and chain in files, as authorities and their tools leave them.</summary>
/// <param name="Certificate">PFX, or PEM with the chain behind the certificate.</param>
/// <param name="Key">PEM; null where the first file holds the key too.</param>
/// <param name="Password">The file with nothing but the key's password; null for none.</param>
internal sealed record CertificateFiles(string Certificate, string? Key = null, string? Password = null)
{
    /// <summary>Another one whenever one of the files was written.</summary>
    public string Stamp => string.Join(' ', new[] { Certificate, Key, Password }.OfType<string>().Select(file => new FileInfo(file)).Select(file =>
        file.Exists ? $"{file.LastWriteTimeUtc.Ticks}/{file.Length}" : "-"));

    /// <returns>What is shown: the certificate with its private key first.</returns>
    /// <exception cref="ProblemException">The files hold no certificate with its key, or cannot be read.</exception>
    [SuppressMessage("Usage", "MA0045", Justification = "A few kilobytes, at start and when they are renewed.")]
    public X509Certificate2Collection Load()
    {
        try
        {
            var content = File.ReadAllBytes(Certificate);
            var password = Password is null ? null : File.ReadAllText(Password).TrimEnd('\r', '\n');
            var found = content.AsSpan().IndexOf("-----BEGIN"u8) >= 0 ? Pem(password) : X509CertificateLoader.LoadPkcs12Collection(content, password);
            return found.FirstOrDefault(one => one.HasPrivateKey) is { } own
                ? [own, .. found.Where(one => one != own)]
                : throw new CryptographicException("there is no private key");
        }
        catch (Exception unfit) when (unfit is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(AccessProblems.CertificateUnfit.With(Certificate, unfit.Message.TrimEnd('.')), unfit);
        }
    }

    private X509Certificate2Collection Pem(string? password)
    {
        var key = Key ?? Certificate;
        var own = password is null
            ? X509Certificate2.CreateFromPemFile(Certificate, key)
            : X509Certificate2.CreateFromEncryptedPemFile(Certificate, password, key);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(Certificate);
        return [own, .. chain.Skip(1)];
    }
}
