namespace Switchbook.SimulatedTenant;

/// <summary>A request that the simulated tenant has answered.</summary>
/// <param name="Kind">Which endpoint: <c>token</c>, <c>users</c>, <c>transitiveMembers</c> …</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">Path and query, as they came.</param>
/// <param name="Headers">The headers, but for the one that carries the token.</param>
/// <param name="Status">The status that was answered.</param>
public sealed record SimulatedRequest(
    string Kind, string Method, string Address, IReadOnlyDictionary<string, string> Headers, int Status);
