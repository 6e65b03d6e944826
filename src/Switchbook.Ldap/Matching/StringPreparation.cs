using System.Buffers;
using System.Text;

using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Matching;

/// <summary>
/// Makes values ready for comparison (RFC 4518): equal values give equal octets, and for ordering rules octet order is the order.
/// </summary>
/// <remarks>
/// What is done: characters without meaning dropped, all kinds of spaces made one, Unicode's simple case folding, composition of
/// letters with combining marks for the Latin blocks, full-width forms folded. What is not: the rest of NFKC (its tables are large
/// and people's names come composed). Runs of spaces become one space, where the standard writes two: that changes no comparison.
/// </remarks>
public static class StringPreparation
{
    /// <summary>How many octets <see cref="TryPrepare"/> may need for a value.</summary>
    public static int MaximumLength(int valueLength) => (2 * valueLength) + 32;

    /// <summary>Prepares a value; null when it cannot be one of that kind, which makes a filter item Undefined.</summary>
    public static byte[]? Prepare(
        ReadOnlySpan<byte> value, ValuePreparation preparation, SubstringPart part = SubstringPart.Whole, LdapSchema? schema = null)
    {
        var rented = ArrayPool<byte>.Shared.Rent(MaximumLength(value.Length));
        try
        {
            if (TryPrepare(value, preparation, part, rented, out var written))
            {
                return rented.AsSpan(0, written).ToArray();
            }

            return preparation is ValuePreparation.DistinguishedName or ValuePreparation.ObjectIdentifier && schema is not null
                ? Resolve(Encoding.UTF8.GetString(value), preparation, schema) is { } text ? Encoding.UTF8.GetBytes(text) : null
                : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>
    /// Prepares a value into <paramref name="destination"/>, which has room for <see cref="MaximumLength"/>. DNs and object identifiers need the schema:
    /// they give false here.
    /// </summary>
    public static bool TryPrepare(
        ReadOnlySpan<byte> value, ValuePreparation preparation, SubstringPart part, Span<byte> destination, out int written)
    {
        switch (preparation)
        {
            case ValuePreparation.None:
                value.CopyTo(destination);
                written = value.Length;
                return true;
            case ValuePreparation.CaseIgnore:
            case ValuePreparation.CaseIgnoreList:
                return TextPreparation.TryPrepare(value, destination, true, part, out written);
            case ValuePreparation.CaseExact:
                return TextPreparation.TryPrepare(value, destination, false, part, out written);
            case ValuePreparation.NumericString:
                return TextPreparation.TryPrepareNumber(value, destination, false, out written);
            case ValuePreparation.TelephoneNumber:
                return TextPreparation.TryPrepareNumber(value, destination, true, out written);
            case ValuePreparation.Boolean:
                return ScalarPreparation.TryPrepareBoolean(value, destination, out written);
            case ValuePreparation.WholeNumber:
                return ScalarPreparation.TryPrepareInteger(value, destination, out written);
            case ValuePreparation.GeneralizedTime:
                return ScalarPreparation.TryPrepareTime(value, destination, out written);
            case ValuePreparation.Uuid:
                return ScalarPreparation.TryPrepareUuid(value, destination, out written);
            default:
                written = 0;
                return false;
        }
    }

    /// <summary>Prepares a text; one that cannot be of that kind is returned as it is.</summary>
    internal static string Prepare(string value, ValuePreparation preparation, LdapSchema schema) =>
        Prepare(Encoding.UTF8.GetBytes(value), preparation, SubstringPart.Whole, schema) is { } prepared
            ? Encoding.UTF8.GetString(prepared)
            : value;

    private static string? Resolve(string value, ValuePreparation preparation, LdapSchema schema)
    {
        if (preparation == ValuePreparation.DistinguishedName)
        {
            return DistinguishedName.TryParse(value, schema, out var name) ? name.Normalized : null;
        }

        if (schema.TryGetObjectClass(value, out var objectClass))
        {
            return objectClass.Oid;
        }

        return schema.TryGetAttributeType(value, out var type) ? type.Oid
            : LdapSchemaReader.IsKeyOrOid(value) ? value.ToLowerInvariant()
            : null;
    }
}
