using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Extensions;
using Switchbook.Audit;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Auditing;

/// <summary>Who did what, newest first; what is chosen stands in the address.</summary>
public sealed partial class AuditPage : ComponentBase
{
    private const int PageSize = 100;

    private IReadOnlyList<AuditLine> _lines = [];

    [SupplyParameterFromQuery(Name = "kind")]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "before")]
    private long? Before { get; set; }

    [Inject]
    private AuditTrail Trail { get; set; } = default!;

    private (string Kind, string Name)[] Kinds =>
    [
        ("", T["Everything"]),
        ("operator", T["Operators and who signs in"]),
        ("client", T["Clients and who was refused"]),
        ("token", T["API tokens"]),
        ("link", T["Links"]),
        ("credential", T["Credentials"]),
        ("run", T["Runs"]),
        ("held-run", T["Held runs"]),
        ("entry", T["Entries made by hand"]),
        ("directory", T["Exports and roll-backs"]),
    ];

    private string Csv => $"/api/v1/audit{Query(("format", "csv"))}";

    private string Older => $"{Paths.Audit}{Query(("before", _lines[^1].Id.ToString(CultureInfo.InvariantCulture)))}";

    protected override async Task OnParametersSetAsync() => _lines = await Trail.ListAsync(
        new AuditQuestion { Kind = Kind, Text = Text, Before = Before }, PageSize, CancellationToken.None);

    private QueryString Query((string Name, string Value) more)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("kind", Kind), ("q", Text), more })
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return query.ToQueryString();
    }

    /// <summary>Each setting with its value, or with both where it changed.</summary>
    private static IEnumerable<(string Name, string Text)> Changes(JsonNode details) =>
        details is not JsonObject settings ? [] : settings.Select(setting => (setting.Key, Change(setting.Value)));

    private static string Change(JsonNode? value) => value is JsonObject change
        ? string.Join(" → ", change.Select(side => side.Value?.ToString() ?? "–"))
        : value?.ToString() ?? "–";
}
