namespace Switchbook.Access.Operators;

/// <summary>What a cookie says of the session that it belongs to.</summary>
/// <param name="Id">Random.</param>
/// <param name="Name">The operator's.</param>
/// <param name="Stamp">The operator's at the time.</param>
/// <param name="BegunAt">When the operator signed in.</param>
internal sealed record SessionTicket(string Id, string Name, string Stamp, DateTimeOffset BegunAt);
