using System.Security.Cryptography.X509Certificates;
using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.SignIn;

/// <summary>The tenant's identity and the one application that is registered in it.</summary>
internal sealed class Registration
{
    /// <summary>The other name of the tenant, which the sign-in address takes as well as the ID.</summary>
    public const string Domain = GeneratedPerson.Domain;

    public Registration(SimulationOptions options)
    {
        var ids = new ObjectIds(options.Seed, kind: 0);
        TenantId = ids.Of(0).ToString();
        ClientId = ids.Of(1).ToString();
        ServicePrincipalId = ids.Of(2).ToString();
        ApplicationObjectId = ids.Of(3).ToString();
        SecretKeyId = ids.Of(4).ToString();
        ClientSecret = options.ClientSecret;
        SecretExpires = options.SecretExpires;
        Certificates = options.ClientCertificates;
        Roles = options.Roles;
        TokenLifetime = options.AccessTokenLifetime;
    }

    public string TenantId { get; }

    public string ClientId { get; }

    public string ServicePrincipalId { get; }

    public string ApplicationObjectId { get; }

    /// <summary>The "Secret ID", which people paste where its value belongs.</summary>
    public string SecretKeyId { get; }

    public string ClientSecret { get; }

    public DateTimeOffset? SecretExpires { get; }

    public IReadOnlyList<X509Certificate2> Certificates { get; }

    public IReadOnlyList<string> Roles { get; }

    public TimeSpan TokenLifetime { get; }

    public bool IsTenant(string name) =>
        name.Equals(TenantId, StringComparison.OrdinalIgnoreCase) || name.Equals(Domain, StringComparison.OrdinalIgnoreCase);
}
