using Switchbook.SimulatedTenant.Graph;
using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Filtering;

/// <summary>
/// The part of OData's <c>$filter</c> that Graph documents for directory objects: <c>eq ne and or not in ge le</c>,
/// <c>startsWith endsWith</c>, <c>null</c> and <c>any</c>.
/// </summary>
internal sealed class FilterParser
{
    /// <summary>Deeper nesting is refused, so that no filter can exhaust the stack.</summary>
    private const int DeepestNesting = 50;

    private readonly string _filter;
    private readonly List<FilterToken> _tokens;
    private FilterScope _scope;
    private int _place;
    private int _depth;
    private string? _advancedReason;

    private FilterParser(string filter, FilterScope scope)
    {
        _filter = filter;
        _tokens = FilterLexer.Read(filter);
        _scope = scope;
    }

    private FilterToken Next => _tokens[_place];

    /// <exception cref="GraphRefusal">The filter is no filter, or not one that Graph supports.</exception>
    public static FilterExpression Parse(string filter, FilterScope scope)
    {
        var parser = new FilterParser(filter, scope);
        var holds = parser.ReadOr();
        if (parser.Next.Kind != FilterTokenKind.End)
        {
            throw parser.SyntaxError();
        }

        return new FilterExpression(holds, parser._advancedReason);
    }

    private Func<object, bool> ReadOr()
    {
        var left = ReadAnd();
        while (TryWord("or"))
        {
            var (first, second) = (left, ReadAnd());
            left = item => first(item) || second(item);
        }

        return left;
    }

    private Func<object, bool> ReadAnd()
    {
        var left = ReadNot();
        while (TryWord("and"))
        {
            var (first, second) = (left, ReadNot());
            left = item => first(item) && second(item);
        }

        return left;
    }

    private Func<object, bool> ReadNot()
    {
        if (++_depth > DeepestNesting)
        {
            throw GraphRefusal.BadRequest("Invalid filter clause: The node count limit was exceeded.");
        }

        try
        {
            if (!TryWord("not"))
            {
                return ReadTerm();
            }

            NeedsAdvanced("Operator 'Not'");
            var inner = ReadNot();
            return item => !inner(item);
        }
        finally
        {
            _depth--;
        }
    }

    private Func<object, bool> ReadTerm()
    {
        if (TryMark("("))
        {
            var inner = ReadOr();
            Expect(")");
            return inner;
        }

        var word = ReadWord();
        if (Next is { Kind: FilterTokenKind.Mark, Text: "(" })
        {
            return word.EndsWith("/any", StringComparison.OrdinalIgnoreCase)
                ? ReadAny(word[..^"/any".Length])
                : ReadFunction(word);
        }

        return ReadComparison(Operand(word));
    }

    private Func<object, bool> ReadFunction(string name)
    {
        Expect("(");
        var operand = Operand(ReadWord());
        Expect(",");
        var text = ReadLiteral() as string ?? throw SyntaxError();
        Expect(")");
        switch (name.ToLowerInvariant())
        {
            case "startswith":
                Require(operand.StartsWith, operand, "startsWith");
                return item => operand.Read(item) is string value && value.StartsWith(text, StringComparison.OrdinalIgnoreCase);
            case "endswith":
                Require(operand.CanEndWith ? QuerySupport.Advanced : QuerySupport.None, operand, "endsWith");
                return item => operand.Read(item) is string value && value.EndsWith(text, StringComparison.OrdinalIgnoreCase);
            default:
                throw GraphRefusal.BadRequest($"Invalid filter clause: An unknown function with name '{name}' was found.");
        }
    }

    private Func<object, bool> ReadAny(string path)
    {
        Expect("(");
        var variable = ReadWord();
        Expect(":");
        if (_scope.FindCollection(path, variable) is not { } collection)
        {
            throw UnknownProperty(path);
        }

        var outer = _scope;
        _scope = collection.Scope;
        var inner = ReadOr();
        _scope = outer;
        Expect(")");
        return item => collection.Elements(item).Any(inner);
    }

    private Func<object, bool> ReadComparison(FilterOperand operand)
    {
        var comparison = ReadWord().ToLowerInvariant();
        if (comparison == "in")
        {
            Require(operand.Equal, operand, "in");
            var values = ReadList();
            return item => values.Exists(value => FilterValue.AreEqual(operand.Read(item), value));
        }

        var literal = ReadLiteral();
        CheckType(operand, literal);
        Require(literal is null ? operand.EqualNull : operand.Equal, operand, comparison);
        switch (comparison)
        {
            case "eq":
                return item => FilterValue.AreEqual(operand.Read(item), literal);
            case "ne":
                NeedsAdvanced("Operator 'NotEquals'");
                return item => !FilterValue.AreEqual(operand.Read(item), literal);
            case "ge":
                return item => FilterValue.Compare(operand.Read(item), literal) >= 0;
            case "le":
                return item => FilterValue.Compare(operand.Read(item), literal) <= 0;
            default:
                throw SyntaxError();
        }
    }

    private List<object?> ReadList()
    {
        var values = new List<object?>();
        Expect("(");
        do
        {
            values.Add(ReadLiteral());
        }
        while (TryMark(","));
        Expect(")");
        return values;
    }

    private object? ReadLiteral()
    {
        var token = _tokens[_place++];
        return token.Kind switch
        {
            FilterTokenKind.Quoted => token.Text,
            FilterTokenKind.Word => FilterValue.Parse(token.Text) ?? (token.Text == "null" ? null : throw SyntaxError()),
            _ => throw SyntaxError(),
        };
    }

    private FilterOperand Operand(string path) => _scope.Find(path) ?? throw UnknownProperty(path);

    private static void CheckType(FilterOperand operand, object? literal)
    {
        if (literal is not null && literal.GetType() != operand.Literal)
        {
            throw GraphRefusal.BadRequest(
                "Invalid filter clause: A binary operator with incompatible types was detected. Found operand types "
                + $"'Edm.{operand.Literal.Name}' and 'Edm.{literal.GetType().Name}' for operator kind 'Equal'.");
        }
    }

    private void Require(QuerySupport support, FilterOperand operand, string name)
    {
        if (support == QuerySupport.None)
        {
            throw GraphRefusal.Unsupported(
                $"Unsupported or invalid query filter clause specified for property '{operand.Name}' of resource '{_scope.Resource}'.");
        }

        if (support == QuerySupport.Advanced)
        {
            NeedsAdvanced($"Operator '{name}'");
        }
    }

    private void NeedsAdvanced(string reason) => _advancedReason ??= reason;

    private string ReadWord() => Next.Kind == FilterTokenKind.Word ? _tokens[_place++].Text : throw SyntaxError();

    private bool TryWord(string word) =>
        Next.Kind == FilterTokenKind.Word && Next.Text.Equals(word, StringComparison.OrdinalIgnoreCase) && Advance();

    private bool TryMark(string mark) => Next.Kind == FilterTokenKind.Mark && Next.Text == mark && Advance();

    private void Expect(string mark)
    {
        if (!TryMark(mark))
        {
            throw SyntaxError();
        }
    }

    private bool Advance()
    {
        _place++;
        return true;
    }

    private GraphRefusal SyntaxError() =>
        GraphRefusal.BadRequest($"Invalid filter clause: Syntax error at position {_tokens[Math.Min(_place, _tokens.Count - 1)].Position} in '{_filter}'.");

    private static GraphRefusal UnknownProperty(string path) =>
        GraphRefusal.BadRequest($"Invalid filter clause: Could not find a property named '{path}'.");
}
