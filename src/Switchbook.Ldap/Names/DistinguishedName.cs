using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Names;

/// <summary>The name of an entry (RFC 4514). Two are equal when a directory must take them for the same name.</summary>
public sealed class DistinguishedName : IEquatable<DistinguishedName>
{
    private readonly string _text;

    internal DistinguishedName(string text, ImmutableArray<RelativeDistinguishedName> rdns, string normalized) =>
        (_text, Rdns, Normalized) = (text, rdns, normalized);

    /// <summary>The root, which no entry has.</summary>
    public static DistinguishedName Empty { get; } = new("", [], "");

    /// <summary>The steps, the entry's own first.</summary>
    public ImmutableArray<RelativeDistinguishedName> Rdns { get; }

    /// <summary>
    /// Types by their schema's first name in lower case, values prepared, everything special escaped in one way, no optional
    /// spaces: equal names have equal forms, and a name lies below another if its form ends with a comma and the other's form.
    /// </summary>
    public string Normalized { get; }

    public bool IsEmpty => Rdns.IsEmpty;

    /// <summary>Reads a DN; unknown attribute types are allowed.</summary>
    public static bool TryParse(string text, LdapSchema schema, [NotNullWhen(true)] out DistinguishedName? name) =>
        DistinguishedNameReader.TryRead(text, schema, out name);

    /// <summary>Reads a DN that is known to be right.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static DistinguishedName Parse(string text, LdapSchema schema) =>
        TryParse(text, schema, out var name) ? name : throw new FormatException($"'{text}' is not a distinguished name.");

    /// <summary>Escapes a value so that it may stand in a DN (RFC 4514, section 2.4).</summary>
    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            var atEdge = (i == 0 && c is ' ' or '#') || (i == value.Length - 1 && c == ' ');
            if (c == '\0')
            {
                text.Append("\\00");
                continue;
            }

            if (atEdge || c is '"' or '+' or ',' or ';' or '<' or '>' or '\\')
            {
                text.Append('\\');
            }

            text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>Whether this is <paramref name="other"/> or lies below it.</summary>
    public bool IsWithin(DistinguishedName other) => Equals(other) || IsBelow(other);

    /// <summary>Whether this lies below <paramref name="other"/>.</summary>
    public bool IsBelow(DistinguishedName other) =>
        other.IsEmpty
            ? !IsEmpty
            : Normalized.Length > other.Normalized.Length
                && Normalized[^(other.Normalized.Length + 1)] == ','
                && Normalized.EndsWith(other.Normalized, StringComparison.Ordinal);

    public bool Equals(DistinguishedName? other) => other is not null && Normalized == other.Normalized;

    public override bool Equals(object? obj) => Equals(obj as DistinguishedName);

    public override int GetHashCode() => Normalized.GetHashCode(StringComparison.Ordinal);

    /// <summary>As it was written.</summary>
    public override string ToString() => _text;
}
