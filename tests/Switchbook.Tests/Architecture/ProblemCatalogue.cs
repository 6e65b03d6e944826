using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Switchbook.Problems;

namespace Switchbook.Tests.Architecture;

/// <summary>Every kind of problem that the program declares, and the page that is made of them.</summary>
internal static partial class ProblemCatalogue
{
    public static IReadOnlyList<(FieldInfo Field, ProblemKind Kind)> All { get; } =
    [
        .. typeof(ProblemKind).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(ProblemKind))
            .Select(field => (Field: field, Kind: (ProblemKind)field.GetValue(null)!))
            .OrderBy(problem => problem.Kind.Code, StringComparer.Ordinal),
    ];

    public static string Page()
    {
        var page = new StringBuilder();
        page.Append("# Error codes\n\n");
        page.Append("Made from the program's sources; see [CONTRIBUTING](../CONTRIBUTING.md#pages-made-from-code) for how.\n");
        page.Append("`…` stands for what the message names at the time: a host, a count, Microsoft's reference.\n");
        foreach (var area in All.Select(problem => problem.Kind).GroupBy(Area, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {area.Key}\n\n| code | what is wrong | what to do |\n|---|---|---|\n");
            foreach (var kind in area)
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{kind.Code}` | {Cell(kind.Message)} | {Cell(kind.Action)} |\n");
            }
        }

        return page.ToString();
    }

    private static string Area(ProblemKind kind) => kind.Code[..kind.Code.LastIndexOf('-')];

    private static string Cell(string sentence) =>
        Placeholder().Replace(sentence, "…").Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\d+(:[^}]*)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
