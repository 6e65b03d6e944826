using System.Text.RegularExpressions;

namespace Switchbook.Tests.Architecture;

public sealed partial class PagesTests
{
    [Fact]
    public void A_link_from_one_page_to_another_leads_somewhere()
    {
        var pages = Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories));
        var broken =
            from page in pages
            from Match link in Link().Matches(Repository.Read(page))
            let target = link.Groups["target"].Value
            where target.Length > 0 && !target.Contains(':', StringComparison.Ordinal)
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target))
            select $"{Path.GetRelativePath(Repository.Root, page)}: {target}";

        Rule.Holds(broken);
    }

    [GeneratedRegex(@"\]\((?<target>[^)#\s]*)(#[^)]*)?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
