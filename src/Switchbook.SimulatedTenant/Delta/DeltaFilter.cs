using System.Text.RegularExpressions;
using Switchbook.SimulatedTenant.Graph;

namespace Switchbook.SimulatedTenant.Delta;

/// <summary>The one filter that delta queries take: <c>id eq '…' or id eq '…'</c>, at most fifty (delta-query-overview).</summary>
internal static partial class DeltaFilter
{
    private const int MostIds = 50;

    public static IReadOnlyList<string> Parse(string? filter)
    {
        if (filter is null)
        {
            return [];
        }

        var terms = Or().Split(filter).Select(term => Term().Match(term.Trim())).ToArray();
        if (!terms.All(term => term.Success))
        {
            throw GraphRefusal.Unsupported("Only the filter 'id eq' is supported for delta queries.");
        }

        return terms.Length <= MostIds
            ? [.. terms.Select(term => term.Groups["id"].Value)]
            : throw GraphRefusal.BadRequest($"Too many child clauses specified in search filter expression containing 'OR' operators: {terms.Length}. Max allowed: {MostIds}.");
    }

    [GeneratedRegex(@"\s+or\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Or();

    [GeneratedRegex("^id\\s+eq\\s+'(?<id>[0-9a-f-]{36})'$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Term();
}
