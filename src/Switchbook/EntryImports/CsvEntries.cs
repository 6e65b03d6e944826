using System.Text;
using Microsoft.VisualBasic.FileIO;
using Switchbook.Problems;
using Switchbook.Synchronization;

namespace Switchbook.EntryImports;

/// <summary>
/// Reads names and numbers from CSV (RFC 4180): with a heading that names the columns <c>Name</c> and <c>Number</c>, or without one
/// as the first two. Semicolons separate too, as spreadsheets of many countries write them.
/// </summary>
internal static class CsvEntries
{
    private const string NameHeading = "Name";
    private const string NumberHeading = "Number";
    private const string FormulaMarks = "=+-@";

    /// <exception cref="ProblemException">It is no text.</exception>
    public static IEnumerable<ImportLine> Read(byte[] file)
    {
        var text = Text(file);
        using var parser = new TextFieldParser(new StringReader(text)) { HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = true };
        parser.SetDelimiters(Delimiter(text));
        var (name, number, isFirst) = (0, 1, true);
        while (!parser.EndOfData)
        {
            var line = (int)parser.LineNumber;
            var cells = Cells(parser);
            if (isFirst && Heading(cells) is { } heading)
            {
                (name, number) = heading;
            }
            else
            {
                yield return Line(line, cells, name, number);
            }

            isFirst = false;
        }
    }

    private static ImportLine Line(int line, string[]? cells, int name, int number) =>
        cells is null || cells.Length <= Math.Max(name, number)
            ? new(line, cells?.FirstOrDefault() ?? "", "", Problem: ImportProblems.LineMalformed.With(line))
            : new(line, Plain(cells[name]), Plain(cells[number]), Problem: ManualEntries.Check(Plain(cells[name]), Plain(cells[number])));

    private static string[]? Cells(TextFieldParser parser)
    {
        try
        {
            return parser.ReadFields();
        }
        catch (MalformedLineException)
        {
            return null;
        }
    }

    private static (int Name, int Number)? Heading(string[]? cells)
    {
        var name = Array.FindIndex(cells ?? [], cell => cell.Equals(NameHeading, StringComparison.OrdinalIgnoreCase));
        var number = Array.FindIndex(cells ?? [], cell => cell.Equals(NumberHeading, StringComparison.OrdinalIgnoreCase));
        return name < 0 || number < 0 ? null : (name, number);
    }

    private static string Text(byte[] file)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new ProblemException(ImportProblems.NotText.With());
        }
    }

    private static string Delimiter(string text)
    {
        var first = text.AsSpan(0, Math.Max(0, text.AsSpan().IndexOfAny('\r', '\n')) is > 0 and var end ? end : text.Length);
        return first.Contains(',') || !first.Contains(';') ? "," : ";";
    }

    /// <summary>An apostrophe before a formula's mark is the export's, to keep spreadsheets from computing.</summary>
    private static string Plain(string cell) =>
        cell is ['\'', var mark, ..] && FormulaMarks.Contains(mark, StringComparison.Ordinal) ? cell[1..] : cell;
}
