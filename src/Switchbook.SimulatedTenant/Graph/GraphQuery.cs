using System.Globalization;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary>The OData query options of a request, taken apart but for <c>$filter</c>.</summary>
internal sealed record GraphQuery
{
    /// <summary>Graph's page of directory objects when the client does not say (https://learn.microsoft.com/graph/paging).</summary>
    public const int DefaultTop = 100;

    /// <summary>The most that <c>$top</c> may ask for.</summary>
    public const int MostTop = 999;

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "select", "top", "filter", "count", "orderby", "search", "skip", "skiptoken", "deltatoken", "expand", "format",
    };

    public IReadOnlyList<string> Select { get; private init; } = [];

    public int? Top { get; private init; }

    public string? Filter { get; private init; }

    public bool Count { get; private init; }

    public string? OrderBy { get; private init; }

    public string? Search { get; private init; }

    public string? SkipToken { get; private init; }

    public string? DeltaToken { get; private init; }

    /// <summary>Whether <c>ConsistencyLevel: eventual</c> was sent.</summary>
    public bool IsEventual { get; private init; }

    /// <summary>The options as they came, without the page token, for the next link.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Both advanced query parameters are there.</summary>
    public bool IsAdvanced => IsEventual && Count;

    public bool HasFilterOrOther => Filter is not null || OrderBy is not null || Search is not null || Select.Count > 0 || Top is not null;

    public static GraphQuery Parse(HttpRequest request)
    {
        var query = new GraphQuery
        {
            IsEventual = string.Equals(
                request.Headers["ConsistencyLevel"].ToString().Trim(), "eventual", StringComparison.OrdinalIgnoreCase),
            Text = TextWithoutPageToken(request.QueryString.Value ?? ""),
        };
        foreach (var (key, values) in request.Query)
        {
            var name = key.TrimStart('$').ToLowerInvariant();
            if (Known.Contains(name))
            {
                query = query.With(name, values.ToString().Trim());
            }
            else if (key.StartsWith('$'))
            {
                throw GraphRefusal.BadRequest($"The query parameter '{key}' is not supported.");
            }
        }

        return query;
    }

    private GraphQuery With(string name, string value) => name switch
    {
        "select" => this with { Select = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) },
        "top" => this with { Top = ParseTop(value) },
        "filter" => this with { Filter = value },
        "count" => this with { Count = value.Equals("true", StringComparison.OrdinalIgnoreCase) },
        "orderby" => this with { OrderBy = value },
        "search" => this with { Search = value },
        "skip" => throw GraphRefusal.BadRequest("'$skip' is not supported by the service."),
        "skiptoken" => this with { SkipToken = value },
        "deltatoken" => this with { DeltaToken = value },
        _ => this,
    };

    private static int ParseTop(string value)
    {
        if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var top) || top < 1)
        {
            throw GraphRefusal.BadRequest($"Invalid value '{value}' for $top query option found. The $top query option requires a positive integer value.");
        }

        return top <= MostTop
            ? top
            : throw GraphRefusal.BadRequest(
                $"Invalid page size specified: '{value}'. Must be between 1 and {MostTop.ToString(CultureInfo.InvariantCulture)} inclusive.");
    }

    private static string TextWithoutPageToken(string query)
    {
        var kept = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.Replace("%24", "$", StringComparison.OrdinalIgnoreCase)
                .StartsWith("$skiptoken=", StringComparison.OrdinalIgnoreCase));
        return string.Join('&', kept);
    }
}
