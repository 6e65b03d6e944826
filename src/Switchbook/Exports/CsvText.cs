namespace Switchbook.Exports;

/// <summary>Writes lines of CSV (RFC 4180) that a spreadsheet shows and never computes.</summary>
internal static class CsvText
{
    /// <summary>What a spreadsheet begins a formula with.</summary>
    private const string FormulaMarks = "=+-@";

    private const string NumberMarks = "+ ()-./";

    public static string Line(params ReadOnlySpan<string> cells)
    {
        var line = new System.Text.StringBuilder();
        foreach (var cell in cells)
        {
            line.Append(line.Length == 0 ? "" : ",").Append(Cell(cell));
        }

        return line.Append("\r\n").ToString();
    }

    private static string Cell(string text)
    {
        var safe = IsFormula(text) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 && safe is not ([] or [' ', ..] or [.., ' '])
            ? safe
            : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A telephone number begins like a formula too, and computes nothing that could do harm: it stays as it is.</summary>
    private static bool IsFormula(string text) =>
        (text.Length > 0 && (FormulaMarks.Contains(text[0], StringComparison.Ordinal) || text[0] is '\t' or '\r'))
        && !(text.Any(char.IsAsciiDigit) && text.All(letter => char.IsAsciiDigit(letter) || NumberMarks.Contains(letter, StringComparison.Ordinal)));
}
