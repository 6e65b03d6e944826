namespace Switchbook.Graph;

/// <summary>One request to Graph.</summary>
/// <param name="Eventual">
/// Sends <c>ConsistencyLevel: eventual</c>, which advanced queries need on every page (Graph, "Advanced query capabilities").
/// </param>
/// <param name="Json">The body; null for none.</param>
internal sealed record GraphQuestion(HttpMethod Method, Uri Address, bool Eventual = false, string? Json = null);
