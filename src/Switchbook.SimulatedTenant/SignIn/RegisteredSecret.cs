namespace Switchbook.SimulatedTenant.SignIn;

/// <summary>A client secret of the application.</summary>
/// <param name="KeyId">The "Secret ID", which people paste where the value belongs.</param>
internal sealed record RegisteredSecret(string KeyId, string Value, DateTimeOffset Starts, DateTimeOffset Ends);
