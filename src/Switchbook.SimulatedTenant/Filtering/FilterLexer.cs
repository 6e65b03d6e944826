using System.Text;
using Switchbook.SimulatedTenant.Graph;

namespace Switchbook.SimulatedTenant.Filtering;

/// <summary>Cuts a filter into tokens (OData 4.01, part 2, section 5.1.1).</summary>
internal static class FilterLexer
{
    public static List<FilterToken> Read(string filter)
    {
        var tokens = new List<FilterToken>();
        var position = 0;
        while (position < filter.Length)
        {
            var start = position;
            var mark = filter[position];
            if (char.IsWhiteSpace(mark))
            {
                position++;
            }
            else if (mark == '\'')
            {
                tokens.Add(new(FilterTokenKind.Quoted, ReadQuoted(filter, ref position), start));
            }
            else if (mark is '(' or ')' or ',' or ':')
            {
                position++;
                tokens.Add(new(FilterTokenKind.Mark, mark.ToString(), start));
            }
            else
            {
                tokens.Add(new(FilterTokenKind.Word, ReadWord(filter, ref position), start));
            }
        }

        tokens.Add(new(FilterTokenKind.End, "", filter.Length));
        return tokens;
    }

    private static string ReadQuoted(string filter, ref int position)
    {
        var text = new StringBuilder();
        for (position++; position < filter.Length; position++)
        {
            if (filter[position] != '\'')
            {
                text.Append(filter[position]);
            }
            else if (position + 1 < filter.Length && filter[position + 1] == '\'')
            {
                text.Append('\'');
                position++;
            }
            else
            {
                position++;
                return text.ToString();
            }
        }

        throw GraphRefusal.BadRequest($"Invalid filter clause: There is an unterminated string literal at position {filter.Length} in '{filter}'.");
    }

    private static string ReadWord(string filter, ref int position)
    {
        // A colon ends the variable of a lambda expression, but belongs to a time.
        var isTime = char.IsAsciiDigit(filter[position]);
        var start = position;
        while (position < filter.Length
            && !char.IsWhiteSpace(filter[position])
            && filter[position] is not ('(' or ')' or ',' or '\'')
            && (isTime || filter[position] != ':'))
        {
            position++;
        }

        return filter[start..position];
    }
}
