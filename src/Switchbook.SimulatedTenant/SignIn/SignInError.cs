using System.Globalization;
using System.Text.Json.Nodes;

namespace Switchbook.SimulatedTenant.SignIn;

/// <summary>
/// A refusal of the sign-in service (https://learn.microsoft.com/entra/identity-platform/reference-error-codes). Whether
/// <c>error_uri</c> stands in it differs from error to error, as in answers captured from the real service.
/// </summary>
internal sealed record SignInError(int Status, string Error, int Code, string Description, bool HasUri = true)
{
    public static SignInError WrongSecret(string clientId) => new(
        401, "invalid_client", 7000215,
        "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client "
        + $"secret ID, for a secret added to app '{clientId}'.");

    public static SignInError ExpiredSecret(string clientId) => new(
        401, "invalid_client", 7000222,
        $"The provided client secret keys for app '{clientId}' are expired. Visit the Azure portal to create new keys for your "
        + "app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: "
        + "https://aka.ms/certCreds.");

    public static SignInError UnknownApplication(string clientId, string tenant) => new(
        400, "unauthorized_client", 700016,
        $"Application with identifier '{clientId}' was not found in the directory '{tenant}'. This can happen if the application "
        + "has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent "
        + "your authentication request to the wrong tenant.");

    public static SignInError InvalidApplicationId(string clientId) => new(
        400, "unauthorized_client", 700038, $"{clientId} is not a valid application identifier.", HasUri: false);

    public static SignInError UnknownTenant(string tenant) => new(
        400, "invalid_request", 90002,
        $"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. "
        + "Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.");

    public static SignInError InvalidTenantName(string tenant) => new(
        400, "invalid_request", 900023,
        $"Specified tenant identifier '{tenant}' is neither a valid DNS name, nor a valid external domain.");

    public static SignInError UnsupportedGrant(string grant) => new(
        400, "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{grant}'.", HasUri: false);

    public static SignInError MissingParameter(string name) => new(
        400, "invalid_request", 900144, $"The request body must contain the following parameter: '{name}'.");

    public static SignInError MissingCredential() => new(
        401, "invalid_client", 7000218,
        "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");

    public static SignInError UnknownResource(string resource, string tenant) => new(
        400, "invalid_resource", 500011,
        $"The resource principal named {resource} was not found in the tenant named {tenant}. This can happen if the application "
        + "has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have "
        + "sent your authentication request to the wrong tenant.");

    public static SignInError InvalidScope(string scope) => new(
        400, "invalid_scope", 1002012,
        $"The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default "
        + "suffixed to the resource identifier (application ID URI).");

    public static SignInError UnregisteredCertificate(string clientId, string thumbprint) => new(
        401, "invalid_client", 700027,
        "The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key "
        + $"was not found., Thumbprint of key used by client: '{thumbprint}', Please visit the Azure Portal, Graph Explorer or "
        + $"directly use MS Graph to see configured keys for app Id '{clientId}'.]");

    public static SignInError InvalidSignature(string thumbprint) => new(
        401, "invalid_client", 700027,
        "Client assertion failed signature validation. [Reason - The provided signature value did not match the expected "
        + $"signature value., Thumbprint of key used by client: '{thumbprint}'.]");

    public static SignInError InvalidAssertion(string reason) => new(
        401, "invalid_client", 50027, $"JWT token is invalid or malformed. {reason}");

    public static SignInError WrongAudience(string audience) => new(
        401, "invalid_client", 700023,
        $"Client assertion audience claim does not match Realm issuer. The value of the audience claim is '{audience}'.");

    public static SignInError ExpiredAssertion() => new(
        401, "invalid_client", 700024, "Client assertion is not within its valid time range. Review the documentation at "
        + "https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials .");

    public static SignInError UnknownFederation(string subject, string issuer) => new(
        400, "invalid_request", 700213,
        $"No matching federated identity record found for presented assertion subject '{subject}'. Check your federated identity "
        + $"credential Subject, Audience and Issuer ('{issuer}') against the presented assertion. "
        + "https://learn.microsoft.com/entra/workload-id/workload-identity-federation");

    public static SignInError UnsignedFederation() => new(
        401, "invalid_client", 7002131, "The signature of the presented federated assertion is not valid.");

    public static SignInError Throttled() => new(
        429, "temporarily_unavailable", 90055,
        "The server has terminated the request because there are too many requests being sent by the tenant.");

    public static SignInError Unavailable() => new(
        503, "temporarily_unavailable", 90033, "A transient error has occurred. Please try again.");

    public JsonObject ToJson(DateTimeOffset now, string correlationId)
    {
        var traceId = Guid.NewGuid().ToString();
        var timestamp = now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var json = new JsonObject
        {
            ["error"] = Error,
            ["error_description"] = $"AADSTS{Code.ToString(CultureInfo.InvariantCulture)}: {Description} Trace ID: {traceId} "
                + $"Correlation ID: {correlationId} Timestamp: {timestamp}",
            ["error_codes"] = new JsonArray(Code),
            ["timestamp"] = timestamp,
            ["trace_id"] = traceId,
            ["correlation_id"] = correlationId,
        };
        if (HasUri)
        {
            json["error_uri"] = $"https://login.microsoftonline.com/error?code={Code.ToString(CultureInfo.InvariantCulture)}";
        }

        return json;
    }
}
