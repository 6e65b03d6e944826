namespace Switchbook.SimulatedTenant.SignIn;

/// <summary>The checks of a token request, in the order in which the real service makes them.</summary>
internal sealed class TokenRequestCheck(Tenant tenant)
{
    private const string Suffix = "/.default";

    private readonly ClientAssertion _assertion = new(tenant.Registration, tenant.Clock);

    /// <summary>The resource of <c>https://graph.microsoft.com/.default</c>.</summary>
    public static string ResourceOf(string scope) =>
        scope.EndsWith(Suffix, StringComparison.Ordinal) ? scope[..^Suffix.Length].TrimEnd('/') : scope;

    /// <summary>Why there is no such tenant; null when there is.</summary>
    public SignInError? RefuseTenant(string name)
    {
        if (tenant.Faults.Take(FaultNames.UnknownTenant) is not null)
        {
            return SignInError.UnknownTenant(name);
        }

        return tenant.Registration.IsTenant(name) ? null
            : Guid.TryParse(name, out _) || name.Contains('.', StringComparison.Ordinal) ? SignInError.UnknownTenant(name)
            : SignInError.InvalidTenantName(name);
    }

    /// <summary>Why no token is given; null when one is.</summary>
    /// <param name="tenantName">The tenant in the address.</param>
    /// <param name="form">The request.</param>
    /// <param name="root">The root of this service, as the client spells it.</param>
    public SignInError? Refuse(string tenantName, IFormCollection form, string root) =>
        RefuseTenant(tenantName)
        ?? RefuseGrant(form)
        ?? RefuseApplication(form["client_id"].ToString(), tenantName)
        ?? RefuseScope(form["scope"].ToString(), root)
        ?? RefuseCredential(form, [.. Audiences(root, tenantName), .. Audiences(root.Replace("http:", "https:", StringComparison.Ordinal), tenantName)]);

    /// <summary>What an assertion may be for. MSAL writes https even where a client speaks http to a loopback address.</summary>
    private static string[] Audiences(string root, string tenantName) =>
        [$"{root}/{tenantName}/oauth2/v2.0/token", $"{root}/{tenantName}/v2.0"];

    private static SignInError? RefuseGrant(IFormCollection form) => form["grant_type"].ToString() switch
    {
        "" => SignInError.MissingParameter("grant_type"),
        "client_credentials" => null,
        var grant => SignInError.UnsupportedGrant(grant),
    };

    private SignInError? RefuseApplication(string clientId, string tenantName)
    {
        if (clientId.Length == 0)
        {
            return SignInError.MissingParameter("client_id");
        }

        if (tenant.Faults.Take(FaultNames.UnknownApplication) is not null)
        {
            return SignInError.UnknownApplication(clientId, tenantName);
        }

        return clientId.Equals(tenant.Registration.ClientId, StringComparison.OrdinalIgnoreCase) ? null
            : Guid.TryParse(clientId, out var id) && id != Guid.Empty ? SignInError.UnknownApplication(clientId, tenantName)
            : SignInError.InvalidApplicationId(clientId);
    }

    private SignInError? RefuseScope(string scope, string root)
    {
        if (scope.Length == 0)
        {
            return SignInError.MissingParameter("scope");
        }

        if (!scope.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return SignInError.InvalidScope(scope);
        }

        var resource = ResourceOf(scope);
        return resource == root || resource is "https://graph.microsoft.com" or AccessTokens.GraphApplicationId
            ? null
            : IsOtherRootOfOurs(resource) ? null : SignInError.UnknownResource(resource, tenant.Registration.TenantId);
    }

    /// <summary>The same service under its other name: http and https, <c>localhost</c> and <c>127.0.0.1</c>.</summary>
    private static bool IsOtherRootOfOurs(string resource) =>
        Uri.TryCreate(resource, UriKind.Absolute, out var address) && address.IsLoopback;

    private SignInError? RefuseCredential(IFormCollection form, IReadOnlyList<string> audiences)
    {
        var registration = tenant.Registration;
        if (form["client_assertion"].ToString() is { Length: > 0 } assertion)
        {
            return form["client_assertion_type"] == ClientAssertion.Type
                ? _assertion.Check(assertion, audiences)
                : SignInError.InvalidAssertion("The value of client_assertion_type is not supported.");
        }

        if (form["client_secret"].ToString() is not { Length: > 0 } secret)
        {
            return SignInError.MissingCredential();
        }

        if (tenant.Faults.Take(FaultNames.ExpiredSecret) is not null)
        {
            return SignInError.ExpiredSecret(registration.ClientId);
        }

        if (tenant.Faults.Take(FaultNames.WrongSecret) is not null
            || registration.Secrets.FirstOrDefault(known => known.Value == secret) is not { } registered)
        {
            return SignInError.WrongSecret(registration.ClientId);
        }

        return tenant.Clock.GetUtcNow() >= registered.Ends ? SignInError.ExpiredSecret(registration.ClientId) : null;
    }
}
