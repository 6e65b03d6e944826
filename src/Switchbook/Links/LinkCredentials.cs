using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Switchbook.Graph;
using Switchbook.Problems;

namespace Switchbook.Links;

/// <summary>Keeps links' credentials encrypted at rest and opens them for a sign-in.</summary>
internal sealed class LinkCredentials(IDataProtectionProvider protection)
{
    private const string SecretKind = "secret";
    private const string CertificateKind = "certificate";

    private readonly IDataProtector _protector = protection.CreateProtector("Switchbook.Links.Credential.v1");

    /// <returns>What kind it is, and the encrypted form to store.</returns>
    public (string Kind, string Protected) Protect(CredentialDraft credential) => credential switch
    {
        CredentialDraft.Secret secret => (SecretKind, _protector.Protect(secret.Value.Trim())),
        CredentialDraft.Certificate file => (CertificateKind, Convert.ToBase64String(_protector.Protect(file.Content))),
        _ => throw new InvalidOperationException("A credential is a secret or a certificate."),
    };

    /// <summary>Everything that is needed to sign in for this link.</summary>
    /// <exception cref="ProblemException">The credential was encrypted with other keys.</exception>
    public TenantConnection Open(Link link) => new()
    {
        TenantId = link.TenantId,
        ClientId = link.ClientId,
        Credential = Credential(link),
        Endpoints = link.Endpoints,
        TrustedAuthoritiesPem = link.TrustedAuthorities,
    };

    private ClientCredential Credential(Link link)
    {
        try
        {
            if (link.CredentialKind == SecretKind)
            {
                return new ClientCredential.Secret(_protector.Unprotect(link.ProtectedCredential));
            }

            var content = _protector.Unprotect(Convert.FromBase64String(link.ProtectedCredential));
            return CertificateFile.TryRead(content, out var certificate)
                ? new ClientCredential.Certificate(certificate)
                : throw new ProblemException(LinkProblems.CertificateUnreadable.With());
        }
        catch (CryptographicException otherKeys)
        {
            throw new ProblemException(LinkProblems.CredentialUnreadable.With(link.Name), otherKeys);
        }
    }
}
