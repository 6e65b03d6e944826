namespace Switchbook.SimulatedTenant.SignIn;

/// <summary>Who calls Graph: an application, and what an administrator has let it do.</summary>
internal sealed record Caller(string ClientId, IReadOnlySet<string> Roles)
{
    public bool HasAny(params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
        {
            if (Roles.Contains(role))
            {
                return true;
            }
        }

        return false;
    }
}
