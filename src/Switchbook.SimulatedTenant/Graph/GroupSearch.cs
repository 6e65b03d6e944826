namespace Switchbook.SimulatedTenant.Graph;

/// <summary><c>$search="displayName:sales"</c>: the words that a name must hold.</summary>
internal static class GroupSearch
{
    /// <exception cref="GraphRefusal">The header is missing, or the search is not of that form.</exception>
    public static string Parse(string search, bool isEventual)
    {
        const string Property = "displayName:";
        if (!isEventual)
        {
            throw GraphRefusal.Unsupported(
                "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'");
        }

        var text = search.Trim();
        return text.Length >= 2 && text[0] == '"' && text[^1] == '"'
            && text.AsSpan(1).StartsWith(Property, StringComparison.OrdinalIgnoreCase)
                ? text[(1 + Property.Length)..^1]
                : throw GraphRefusal.BadRequest($"Syntax error: character ':' is not valid at position {Property.Length} in '{search}'.");
    }
}
