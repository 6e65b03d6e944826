using System.Text;
using System.Text.RegularExpressions;

namespace Switchbook.Tests.Ldap.Differential;

/// <summary>A part of a filter's text that asks for one attribute (RFC 4515).</summary>
/// <param name="Type">The attribute, as it is written.</param>
/// <param name="Operator">One of <c>= ~= &gt;= &lt;= :=</c>.</param>
/// <param name="Parts">What stands between stars, without escapes.</param>
internal sealed partial record Item(string Type, string Operator, IReadOnlyList<string> Parts)
{
    public string Value => string.Concat(Parts);

    public static IEnumerable<Item> AllOf(string filter) => Items().Matches(filter).Select(match => new Item(
        match.Groups["type"].Value,
        match.Groups["rule"].Success ? ":=" : match.Groups["operator"].Value,
        [.. match.Groups["value"].Value.Split('*').Select(Unescape)]));

    public bool Is(params string[] types) => types.Contains(Type, StringComparer.OrdinalIgnoreCase);

    private static string Unescape(string value)
    {
        var octets = new List<byte>();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\')
            {
                octets.Add(Convert.FromHexString(value.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
            {
                octets.AddRange(Encoding.UTF8.GetBytes(value, i, 1));
            }
        }

        return Encoding.UTF8.GetString([.. octets]);
    }

    [GeneratedRegex(@"\((?<type>[\w.]+)(;[\w-]+)?(?<rule>(:[\w.]+)*:)?(?<operator>[~<>]?=)(?<value>[^()]*)\)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Items();
}
