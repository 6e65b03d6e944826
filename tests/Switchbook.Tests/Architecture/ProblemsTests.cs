using System.Text.RegularExpressions;

namespace Switchbook.Tests.Architecture;

public sealed partial class ProblemsTests
{
    [Fact]
    public void Problems_are_declared_in_classes_named_for_them() =>
        Assert.All(ProblemCatalogue.All, problem =>
        {
            Assert.EndsWith("Problems", problem.Field.DeclaringType!.Name, StringComparison.Ordinal);
            Assert.True(problem.Field.IsInitOnly, problem.Field.Name);
        });

    [Fact]
    public void A_code_is_well_formed_and_belongs_to_one_problem()
    {
        var codes = ProblemCatalogue.All.Select(problem => problem.Kind.Code).ToList();

        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.Matches(Code(), code));
        Assert.Distinct(codes, StringComparer.Ordinal);
    }

    [Fact]
    public void A_problem_says_in_sentences_what_is_wrong_and_what_to_do()
    {
        var unfinished =
            from problem in ProblemCatalogue.All
            from text in new[] { problem.Kind.Message, problem.Kind.Action }
            where !Sentence().IsMatch(text)
            select $"{problem.Kind.Code}: {text}";

        Rule.Holds(unfinished);
    }

    [Fact]
    public void Placeholders_can_be_filled()
    {
        object[] values = [.. Enumerable.Range(0, 10).Select(_ => "value")];

        Assert.All(ProblemCatalogue.All, problem => Assert.DoesNotContain("{", problem.Kind.With(values).Message, StringComparison.Ordinal));
    }

    /// <summary>Writes the page anew when SWITCHBOOK_WRITE_DOCS is set.</summary>
    [Fact]
    public void The_page_of_error_codes_is_what_the_code_says()
    {
        if (Environment.GetEnvironmentVariable("SWITCHBOOK_WRITE_DOCS") is { Length: > 0 })
        {
            File.WriteAllText(Path.Combine(Repository.Root, "docs", "errors.md"), ProblemCatalogue.Page());
        }

        Assert.True(ProblemCatalogue.Page() == Repository.Page("errors.md"), "docs/errors.md is old: run this test with SWITCHBOOK_WRITE_DOCS=1.");
    }

    [GeneratedRegex("^SB-[A-Z]+-[0-9]{3}$", RegexOptions.None, 1000)]
    private static partial Regex Code();

    // A capital or what a placeholder brings, then a full stop or a placeholder that brings one.
    [GeneratedRegex(@"^(?=[A-Z{']).*(\.|\{\d+\})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sentence();
}
