using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Switchbook.Problems;

namespace Switchbook.Graph;

/// <summary>Decides whether a server's certificate is trusted: the operating system's authorities and those of one link.</summary>
internal sealed class CertificateTrust
{
    private readonly X509Certificate2Collection _authorities = [];

    /// <exception cref="ProblemException">The text holds no certificate.</exception>
    public CertificateTrust(string? authoritiesPem)
    {
        if (authoritiesPem is null)
        {
            return;
        }

        try
        {
            _authorities.ImportFromPem(authoritiesPem);
        }
        catch (CryptographicException exception)
        {
            throw new ProblemException(GraphProblems.BadAuthorities.With(exception.Message), exception);
        }

        if (_authorities.Count == 0)
        {
            throw new ProblemException(GraphProblems.BadAuthorities.With("it holds no certificate"));
        }
    }

    /// <summary>The callback of TLS; says who issued a certificate that it refuses.</summary>
    /// <exception cref="UntrustedCertificateException">The certificate is refused.</exception>
    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var trusted = errors == SslPolicyErrors.None || AcceptedByOwnAuthority(certificate, chain, errors);
        if (trusted)
        {
            return trusted;
        }

        var host = sender is SslStream stream ? stream.TargetHostName : "the server";
        throw new UntrustedCertificateException(host, certificate?.Issuer ?? "nobody", Reason(chain, errors));
    }

    private static string Reason(X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return "the server shows none";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return "it is for another host";
        }

        var flags = (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        return flags.HasFlag(X509ChainStatusFlags.NotTimeValid) ? "it is not valid today" : "its issuer is not known here";
    }

    private bool AcceptedByOwnAuthority(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (_authorities.Count == 0
            || errors != SslPolicyErrors.RemoteCertificateChainErrors
            || certificate is not X509Certificate2 shown)
        {
            return false;
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            own.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return own.Build(shown);
    }
}
