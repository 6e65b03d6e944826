using Switchbook.Exports;

namespace Switchbook.Tests.Exports;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("Adele Vance", "Adele Vance")]
    [InlineData("Vance, Adele", "\"Vance, Adele\"")]
    [InlineData("Adele \"Ada\" Vance", "\"Adele \"\"Ada\"\" Vance\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("", "\"\"")]
    public void A_cell_is_quoted_where_it_must_be(string text, string cell) => Assert.Equal($"{cell}\r\n", CsvText.Line(text));

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3+cmd", "'-2+3+cmd")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("+", "'+")]
    public void A_spreadsheet_computes_nothing(string text, string cell) => Assert.Equal($"{cell}\r\n", CsvText.Line(text));

    [Theory]
    [InlineData("+441632960123")]
    [InlineData("+44 (0)1632 960-123")]
    [InlineData("01632 960123")]
    public void A_number_stays_as_it_is(string number) => Assert.Equal($"{number}\r\n", CsvText.Line(number));
}
