using Switchbook.PhoneDirectory.Columns;

namespace Switchbook.PhoneDirectory.Searching;

/// <summary>Finds names by the keys of a telephone (ITU-T E.161): 2 is a, b or c, and 0 or 1 goes on to the next word.</summary>
internal static class KeypadSearch
{
    private static readonly string[] Keys = [" ", " ", "abc2", "def3", "ghi4", "jkl5", "mno6", "pqrs7", "tuv8", "wxyz9"];

    /// <summary>Adds the rows with a word from which on the name is typed with these digits.</summary>
    public static void AddBeginnings(NameColumn column, ReadOnlySpan<byte> digits, RowSet found)
    {
        if (!digits.IsEmpty && digits.Length <= NameColumn.OrderedLength)
        {
            Add(column, digits, stackalloc byte[digits.Length], 0, found);
        }
    }

    private static void Add(NameColumn column, ReadOnlySpan<byte> digits, Span<byte> text, int length, RowSet found)
    {
        foreach (var letter in Keys[digits[length] - '0'])
        {
            text[length] = (byte)letter;
            var range = column.WordsWith(text[..(length + 1)]);
            if (range.Start.Value == range.End.Value)
            {
                continue;
            }

            if (length + 1 < digits.Length)
            {
                Add(column, digits, text, length + 1, found);
                continue;
            }

            for (var word = range.Start.Value; word < range.End.Value; word++)
            {
                found.Add(column.RowOfWord(word));
            }
        }
    }
}
