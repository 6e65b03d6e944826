using System.Text;
using CsCheck;
using CsvHelper;
using Switchbook.PhoneDirectory;
using Switchbook.Quality;
using Switchbook.Tests.PhoneDirectory;
using static Switchbook.Tests.Choice;

namespace Switchbook.Tests.Quality;

public sealed class QualityReportTests
{
    [Fact]
    public void Numbers_that_nobody_can_dial_and_extensions_alone_are_told_but_not_of_entries_made_by_hand() =>
        Assert.Equal(
            [
                (QualityProblem.UndialableNumber, "Adele", "+44 1632"),
                (QualityProblem.ExtensionWithoutStem, "Bo", "402"),
            ],
            Find(
                People.Manual(("m1", "Door", "401")),
                People.Link("One", People.Person("a", "Adele", "+44 1632", "+441632960001"), People.Person("b", "Bo", "402")))
                .Select(finding => (finding.Problem, finding.Name, finding.Number)));

    [Fact]
    public void A_shared_number_is_a_line_for_each_with_the_others_named() =>
        Assert.Equal(
            [
                (QualityProblem.SharedNumber, "Adele", "Also: Bo 01632 960001."),
                (QualityProblem.SharedNumber, "Bo", "Also: Adele +441632960001."),
            ],
            Find(new DirectorySource("One", "GB", [People.Person("a", "Adele", "+441632960001"), People.Person("b", "Bo", "01632 960001")]))
                .Select(finding => (finding.Problem, finding.Name, finding.Detail)));

    [Fact]
    public void Names_that_differ_in_accents_only_are_told_apart_from_the_same_names() =>
        Assert.Equal(
            [QualityProblem.AlikeName, QualityProblem.AlikeName, QualityProblem.SameName, QualityProblem.SameName],
            Find(People.Link(
                "One",
                People.Person("a", "José", "+441632960001"),
                People.Person("b", "Jose", "+441632960002"),
                People.Person("c", "Zoë", "+441632960003"),
                People.Person("d", "Zoë", "+441632960004"))).Select(finding => finding.Problem));

    [Fact]
    public async Task No_cell_of_the_table_can_be_taken_for_a_formula_and_nothing_is_lost() =>
        await Gen.Select(OneOf("=", "+", "-", "@", "\t", "\r"), OneOf("", "a", "\"", ",", "\n", "=", "é"), OneOf("", "b"))
            .SampleAsync(async (first, second, third) =>
            {
                var name = first + second + third;
                using var table = new MemoryStream();
                await QualityCsv.WriteAsync(table, [new(QualityProblem.SharedNumber, name, "+44", "p", "One", "")]);
                using var csv = CsvReader.FromText(Encoding.UTF8.GetString(table.ToArray()));

                Assert.Equal(6, csv.Headers.Count);
                Assert.True(csv.Read());
                Assert.Equal(["sharedNumber", $"'{name}", "'+44", "p", "One", ""], Enumerable.Range(0, 6).Select(csv.GetString));
            });

    private static List<QualityFinding> Find(params DirectorySource[] sources) => [.. QualityReport.Find(People.Directory(sources))];
}
