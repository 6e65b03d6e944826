namespace Switchbook.Tests.Architecture;

public sealed class SourcesTests
{
    private const int LongestFile = 300;

    [Fact]
    public void No_source_file_outgrows_its_reader()
    {
        var tooLong =
            from file in Repository.Sources("src").Concat(Repository.Sources("tests")).Concat(Repository.Sources("bench"))
            let lines = File.ReadLines(Path.Combine(Repository.Root, file)).Count()
            where lines > LongestFile
            select $"{file}: {lines} lines";

        Rule.Holds(tooLong);
    }

    [Fact]
    public void The_architecture_page_names_every_feature_folder_and_no_other()
    {
        var named =
            from line in Repository.Page("architecture.md").Split('\n')
            where line.StartsWith("| `", StringComparison.Ordinal)
            select line.Split('`')[1].TrimEnd('/');

        Assert.Equal(Repository.Features, named.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
