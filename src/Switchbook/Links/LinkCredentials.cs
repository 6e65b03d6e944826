using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Switchbook.Graph;
using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.Links;

/// <summary>Keeps links' credentials encrypted at rest and opens them for a sign-in.</summary>
internal sealed class LinkCredentials(IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Switchbook.Links.Credential.v1");

    /// <summary>A link that is not saved, fit to be tried: with the credential that was typed, else those of the stored link.</summary>
    /// <returns>Null when there is neither.</returns>
    public Link? Tryable(Link link, CredentialDraft? typed, Link? stored)
    {
        var tried = link with { Id = stored?.Id ?? Link.NotStored };
        return typed is null or CredentialDraft.Kept
            ? stored is null ? null : tried with { Credential = stored.Credential, EarlierCredential = stored.EarlierCredential }
            : tried with { Credential = LinkCredential.Of(Row(typed)) };
    }

    /// <summary>Everything that is needed to sign in for this link.</summary>
    /// <exception cref="ProblemException">The credential was encrypted with other keys.</exception>
    public TenantConnection Open(Link link) => new()
    {
        TenantId = link.TenantId,
        ClientId = link.ClientId,
        Credential = Open(link, link.Credential ?? throw new ProblemException(LinkProblems.SecretMissing.With())),
        EarlierCredential = link.EarlierCredential is { } earlier ? Open(link, earlier) : null,
        Endpoints = link.Endpoints,
        TrustedAuthoritiesPem = link.TrustedAuthorities,
    };

    /// <exception cref="ProblemException">The credential was encrypted with other keys.</exception>
    public ClientCredential Open(Link link, LinkCredential credential)
    {
        try
        {
            return Read(credential.Kind, credential.Protected, link.ClientId);
        }
        catch (Exception otherKeys) when (otherKeys is CryptographicException or FormatException)
        {
            throw new ProblemException(LinkProblems.CredentialUnreadable.With(link.Name), otherKeys);
        }
    }

    /// <summary>
    /// Puts a credential beside the one that signs in now, which stays until the new one is proven; of two that are there, the
    /// one that never signed in gives way.
    /// </summary>
    public void Put(LinkRow link, CredentialDraft draft)
    {
        var newestFirst = link.Credentials.OrderByDescending(row => row.Id).ToList();
        if (newestFirst is [var newest, ..] && (draft is CredentialDraft.Kept || IsSame(newest, draft, link.ClientId)))
        {
            SetEnds(newest, draft.Ends, "typed");
            return;
        }

        var stays = newestFirst.Find(row => row.ProvenAt is not null) ?? newestFirst.FirstOrDefault();
        link.Credentials.RemoveAll(row => row != stays || IsSame(row, draft, link.ClientId));
        link.Credentials.Add(Row(draft));
    }

    private CredentialRow Row(CredentialDraft draft)
    {
        var (kind, content, certificate) = draft switch
        {
            CredentialDraft.Secret secret => (CredentialKinds.Secret, _protector.Protect(secret.Value.Trim()), null),
            CredentialDraft.Certificate file => Certificate(file),
            CredentialDraft.ManagedIdentity { OfUser: true } => (CredentialKinds.UserManagedIdentity, "", null),
            CredentialDraft.ManagedIdentity => (CredentialKinds.ManagedIdentity, "", null),
            CredentialDraft.WorkloadIdentity workload => (CredentialKinds.WorkloadIdentity, workload.TokenFile ?? "", null),
            _ => throw new InvalidOperationException("What is kept is not a credential."),
        };
        using (certificate)
        {
            var row = new CredentialRow { Kind = kind, Protected = content, Thumbprint = certificate?.Thumbprint, AddedAt = time.GetUtcNow() };
            SetEnds(row, draft.Ends, "typed");
            SetEnds(row, certificate?.NotAfter.ToUniversalTime(), "certificate");
            return row;
        }
    }

    /// <summary>Without its password: the file is not asked for again, and what is kept is encrypted anyway.</summary>
    private (string Kind, string Protected, X509Certificate2? Certificate) Certificate(CredentialDraft.Certificate file) =>
        CertificateFile.TryRead(file.Content, file.Password, out var certificate)
            ? (CredentialKinds.Certificate, Convert.ToBase64String(_protector.Protect(certificate.Export(X509ContentType.Pkcs12))), certificate)
            : throw new ProblemException(LinkProblems.CertificateUnreadable.With());

    private static void SetEnds(CredentialRow row, DateTimeOffset? ends, string knownBy)
    {
        if (ends is not null)
        {
            (row.Ends, row.EndsKnownBy) = (ends, knownBy);
        }
    }

    private bool IsSame(CredentialRow row, CredentialDraft draft, string clientId)
    {
        try
        {
            var held = Read(row.Kind, row.Protected, clientId);
            var given = Row(draft);
            return held == Read(given.Kind, given.Protected, clientId);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private ClientCredential Read(string kind, string content, string clientId) => kind switch
    {
        CredentialKinds.Secret => new ClientCredential.Secret(_protector.Unprotect(content)),
        CredentialKinds.ManagedIdentity => new ClientCredential.ManagedIdentity(null),
        CredentialKinds.UserManagedIdentity => new ClientCredential.ManagedIdentity(clientId),
        CredentialKinds.WorkloadIdentity => new ClientCredential.WorkloadIdentity(content.Length == 0 ? null : content),
        _ => CertificateFile.TryRead(_protector.Unprotect(Convert.FromBase64String(content)), password: null, out var certificate)
            ? new ClientCredential.Certificate(certificate)
            : throw new CryptographicException("The stored certificate cannot be read."),
    };
}
