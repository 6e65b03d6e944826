using System.Collections.Immutable;
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
        ClientSecret = options.ClientSecret;
        Federations = options.Federations;
        Roles = options.Roles;
        TokenLifetime = options.AccessTokenLifetime;
        var started = options.Clock.GetUtcNow();
        Secrets = [new(ids.Of(4).ToString(), options.ClientSecret, started.AddDays(-1), options.SecretExpires ?? started.AddYears(1))];
        Certificates = [.. options.ClientCertificates];
    }

    public string TenantId { get; }

    public string ClientId { get; }

    public string ServicePrincipalId { get; }

    public string ApplicationObjectId { get; }

    /// <summary>The secret that the tenant began with.</summary>
    public string ClientSecret { get; }

    /// <summary>All secrets; replaced as a whole when one comes or goes.</summary>
    public ImmutableArray<RegisteredSecret> Secrets { get; private set; }

    public ImmutableArray<X509Certificate2> Certificates { get; private set; }

    public IReadOnlyList<SimulatedFederation> Federations { get; }

    public IReadOnlyList<string> Roles { get; }

    public TimeSpan TokenLifetime { get; }

    /// <returns>The "Secret ID", which people paste where the secret's value belongs.</returns>
    public string AddSecret(string value, DateTimeOffset starts, DateTimeOffset ends)
    {
        var added = new RegisteredSecret(Guid.NewGuid().ToString(), value, starts, ends);
        Secrets = Secrets.Add(added);
        return added.KeyId;
    }

    public void RemoveSecret(string value) => Secrets = Secrets.RemoveAll(secret => secret.Value == value);

    public void AddCertificate(X509Certificate2 certificate) => Certificates = Certificates.Add(certificate);

    public bool IsTenant(string name) =>
        name.Equals(TenantId, StringComparison.OrdinalIgnoreCase) || name.Equals(Domain, StringComparison.OrdinalIgnoreCase);
}
