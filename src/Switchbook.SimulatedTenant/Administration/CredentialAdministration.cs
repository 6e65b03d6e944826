using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Switchbook.SimulatedTenant.Administration;

/// <summary><c>/_simulation/certificates</c>: what an administrator uploads under "Certificates &amp; secrets".</summary>
internal sealed class CredentialAdministration(Tenant tenant)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/_simulation/certificates", (Delegate)AddAsync);

    /// <summary>The body is the certificate as PEM.</summary>
    private async Task<IResult> AddAsync(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        try
        {
            tenant.Registration.AddCertificate(X509Certificate2.CreateFromPem(await body.ReadToEndAsync(http.RequestAborted)));
            return Results.NoContent();
        }
        catch (CryptographicException problem)
        {
            return Results.Text(problem.Message, statusCode: 400);
        }
    }
}
