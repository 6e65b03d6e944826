using System.Collections.Immutable;

namespace Switchbook.Ldap.Schema;

/// <summary>One definition of a schema, taken apart (RFC 4512, section 4.1): <c>( oid KEY value KEY ( a $ b ) FLAG )</c>.</summary>
internal sealed class SchemaDefinition
{
    private readonly string _text;
    private readonly Dictionary<string, ImmutableArray<string>> _fields = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">The text is not a definition.</exception>
    public SchemaDefinition(string text)
    {
        _text = text;
        var tokens = Tokens(text);
        if (tokens.Count < 3 || tokens[0] != "(" || tokens[^1] != ")")
        {
            throw new FormatException($"Not a definition: {text}");
        }

        Oid = tokens[1];
        for (var i = 2; i < tokens.Count - 1;)
        {
            var key = tokens[i++];
            var values = ImmutableArray.CreateBuilder<string>();
            if (tokens[i] == "(")
            {
                for (i++; tokens[i] != ")"; i++)
                {
                    values.Add(tokens[i].Trim('\''));
                }

                i++;
            }
            else if (i < tokens.Count - 1 && !IsKey(tokens[i], key))
            {
                values.Add(tokens[i++].Trim('\''));
            }

            _fields[key] = values.ToImmutable();
        }
    }

    public string Oid { get; }

    public bool Has(string key) => _fields.ContainsKey(key);

    public ImmutableArray<string> List(string key) => _fields.GetValueOrDefault(key, []);

    public string? Text(string key) => List(key) is [var first, ..] ? first : null;

    public override string ToString() => _text;

    private static bool IsKey(string token, string before) =>
        before is "SINGLE-VALUE" or "NO-USER-MODIFICATION" or "COLLECTIVE" or "OBSOLETE" or "STRUCTURAL" or "AUXILIARY" or "ABSTRACT"
        && !token.StartsWith('\'');

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            switch (text[i])
            {
                case ' ' or '$':
                    i++;
                    break;
                case '(' or ')':
                    tokens.Add(text[i++].ToString());
                    break;
                case '\'':
                    var close = text.IndexOf('\'', i + 1);
                    close = close < 0 ? throw new FormatException($"Open quote: {text}") : close;
                    tokens.Add(text[i..(close + 1)]);
                    i = close + 1;
                    break;
                default:
                    var end = text.AsSpan(i).IndexOfAny(" ()$'");
                    end = end < 0 ? text.Length : i + end;
                    tokens.Add(text[i..end]);
                    i = end;
                    break;
            }
        }

        return tokens;
    }
}
