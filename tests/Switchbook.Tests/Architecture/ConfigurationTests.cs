using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Switchbook.Problems;

namespace Switchbook.Tests.Architecture;

public sealed partial class ConfigurationTests
{
    /// <summary>Each options class and its section, as the program binds them.</summary>
    public static TheoryData<string, string> Sections
    {
        get
        {
            var sections = new TheoryData<string, string>();
            foreach (var match in Repository.Sources("src", "Switchbook").SelectMany(file => Binding().Matches(Repository.Read(file))))
            {
                var section = match.Groups["section"];
                var type = Options(match.Groups["type"].Value);
                sections.Add(type.Name, section.Success ? section.Value : (string)type.GetField("Section")!.GetRawConstantValue()!);
            }

            return sections;
        }
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void The_page_states_every_setting_with_its_default(string options, string section)
    {
        var type = Options(options);
        var defaults = Activator.CreateInstance(type);
        var rows =
            from property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            where property.CanWrite
            select $"| `{section}:{property.Name}` |{Written(property.GetValue(defaults))} |";

        Assert.All(rows, row => Assert.Contains(row, Repository.Page("configuration.md"), StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_states_no_setting_that_does_not_exist()
    {
        var sections = Sections.Select(row => row.Data).ToDictionary(data => data.Item2, data => data.Item1, StringComparer.Ordinal);

        Assert.All(Row().Matches(Repository.Page("configuration.md")), row =>
        {
            var options = Assert.Contains(row.Groups["section"].Value, (IReadOnlyDictionary<string, string>)sections);
            Assert.NotNull(Options(options).GetProperty(row.Groups["name"].Value));
        });
    }

    private static Type Options(string name) => typeof(Problem).Assembly.GetTypes().Single(type => type.Name == name);

    // Nothing for what is not set; lists and objects are described in words.
    private static string Written(object? value) => value switch
    {
        null or "" => "",
        bool => $" `{Convert.ToString(value, CultureInfo.InvariantCulture)?.ToLowerInvariant()}`",
        string or IFormattable => $" `{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
        _ => "",
    };

    [GeneratedRegex(@"AddOptions\w*<(?<type>\w+)>\(\)\s*\.BindConfiguration\((""(?<section>\w+)""|\w+\.Section\))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Binding();

    [GeneratedRegex(@"^\| `(?<section>\w+):(?<name>\w+)` \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Row();
}
