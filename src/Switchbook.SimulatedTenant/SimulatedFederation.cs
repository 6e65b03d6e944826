namespace Switchbook.SimulatedTenant;

/// <summary>
/// A federated identity credential of the application: whoever shows a token of <paramref name="Issuer"/> for
/// <paramref name="Subject"/> signs in (https://learn.microsoft.com/entra/workload-id/workload-identity-federation). The real
/// service fetches the issuer's keys; here one is handed over.
/// </summary>
/// <param name="Issuer">The claim <c>iss</c>.</param>
/// <param name="Subject">The claim <c>sub</c>, such as <c>system:serviceaccount:NAMESPACE:NAME</c>.</param>
/// <param name="PublicKeyPem">The issuer's RSA key.</param>
public sealed record SimulatedFederation(string Issuer, string Subject, string PublicKeyPem);
