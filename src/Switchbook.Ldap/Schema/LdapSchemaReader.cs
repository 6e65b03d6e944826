using System.Buffers;
using System.Collections.Immutable;

namespace Switchbook.Ldap.Schema;

/// <summary>Makes a schema from its definitions (RFC 4512, sections 4.1.1 and 4.1.2), each of which comes after those it names.</summary>
internal sealed class LdapSchemaReader
{
    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

    private static readonly SearchValues<char> OidCharacters = SearchValues.Create("0123456789.");

    private readonly Dictionary<string, AttributeType> _types = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ObjectClass> _classes = new(StringComparer.OrdinalIgnoreCase);
    private readonly ImmutableArray<AttributeType>.Builder _typeList = ImmutableArray.CreateBuilder<AttributeType>();
    private readonly ImmutableArray<ObjectClass>.Builder _classList = ImmutableArray.CreateBuilder<ObjectClass>();

    private LdapSchemaReader()
    {
    }

    public static LdapSchema Read(IEnumerable<string> attributeTypes, IEnumerable<string> objectClasses)
    {
        var reader = new LdapSchemaReader();
        foreach (var definition in attributeTypes)
        {
            reader.AddAttributeType(definition);
        }

        foreach (var definition in objectClasses)
        {
            reader.AddObjectClass(definition);
        }

        return new LdapSchema(reader._typeList.ToImmutable(), reader._classList.ToImmutable());
    }

    /// <summary>Whether a text is a descriptor or a dotted OID (RFC 4512, section 1.4).</summary>
    public static bool IsKeyOrOid(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return false;
        }

        return char.IsAsciiLetter(text[0])
            ? !text.ContainsAnyExcept(KeyCharacters)
            : char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]) && !text.ContainsAnyExcept(OidCharacters);
    }

    private void AddAttributeType(string definition)
    {
        var fields = new SchemaDefinition(definition);
        var supertype = fields.Text("SUP") is { } sup ? Find(_types, sup, definition) : null;
        var equality = Rule(fields, "EQUALITY") ?? supertype?.Equality;
        var syntax = fields.Text("SYNTAX") ?? supertype?.SyntaxOid ?? throw new FormatException($"No syntax: {definition}");
        var brace = syntax.IndexOf('{', StringComparison.Ordinal);
        var type = new AttributeType
        {
            Index = _typeList.Count,
            Oid = fields.Oid,
            Names = fields.List("NAME"),
            Supertype = supertype,
            Equality = equality,
            Ordering = Rule(fields, "ORDERING") ?? supertype?.Ordering ?? MatchingRules.OrderingFor(equality),
            Substrings = Rule(fields, "SUBSTR") ?? supertype?.Substrings,
            SyntaxOid = brace < 0 ? syntax : syntax[..brace],
            IsSingleValue = fields.Has("SINGLE-VALUE"),
            IsOperational = fields.Text("USAGE") is not null and not "userApplications",
            Definition = definition,
        };
        _typeList.Add(type);
        Register(_types, type, type.Names, type.Oid);
    }

    private void AddObjectClass(string definition)
    {
        var fields = new SchemaDefinition(definition);
        var inherited = fields.List("SUP").SelectMany(name => Find(_classes, name, definition).Attributes);
        var own = fields.List("MUST").Concat(fields.List("MAY")).Select(name => Find(_types, name, definition));
        var objectClass = new ObjectClass
        {
            Oid = fields.Oid,
            Names = fields.List("NAME"),
            Attributes = [.. inherited.Concat(own).Distinct()],
            Definition = definition,
        };
        _classList.Add(objectClass);
        Register(_classes, objectClass, objectClass.Names, objectClass.Oid);
    }

    private static MatchingRule? Rule(SchemaDefinition fields, string key) =>
        fields.Text(key) is { } name
            ? MatchingRules.Find(name) ?? throw new FormatException($"Unknown matching rule {name}: {fields}")
            : null;

    private static T Find<T>(Dictionary<string, T> known, string name, string definition) =>
        known.TryGetValue(name, out var found) ? found : throw new FormatException($"'{name}' is not defined before: {definition}");

    private static void Register<T>(Dictionary<string, T> known, T item, ImmutableArray<string> names, string oid)
    {
        foreach (var name in names.Append(oid))
        {
            if (!known.TryAdd(name, item))
            {
                throw new FormatException($"'{name}' is defined twice.");
            }
        }
    }
}
