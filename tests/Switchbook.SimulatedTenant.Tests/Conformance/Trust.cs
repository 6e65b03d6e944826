using System.Security.Cryptography.X509Certificates;

namespace Switchbook.SimulatedTenant.Tests.Conformance;

/// <summary>Connections that trust the authority of one simulated tenant, and no other.</summary>
internal static class Trust
{
    public static SocketsHttpHandler Handler(Simulation simulation) => new()
    {
        SslOptions =
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { X509Certificate2.CreateFromPem(simulation.CertificateAuthorityPem) },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    };
}
