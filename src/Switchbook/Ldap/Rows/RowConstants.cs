using System.Globalization;
using System.Text;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Rows;

/// <summary>The values that all rows of a snapshot share, encoded once.</summary>
internal sealed class RowConstants(DateTimeOffset dataFrom)
{
    private readonly ReadOnlyMemory<byte>[] _objectClass = [Octets("top"), Octets("person"), Octets("organizationalPerson"), Octets("inetOrgPerson")];
    private readonly ReadOnlyMemory<byte>[] _time = [Octets(GeneralizedTime(dataFrom))];
    private readonly ReadOnlyMemory<byte>[] _no = [Octets("FALSE")];
    private readonly ReadOnlyMemory<byte>[] _class = [Octets("inetOrgPerson")];
    private readonly ReadOnlyMemory<byte>[] _subschema = [Octets("cn=subschema")];
    private readonly Dictionary<RowField, byte[]> _encoded = [];

    /// <summary>A point in time as RFC 4517, section 3.3.13 writes it.</summary>
    public static string GeneralizedTime(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);

    public IReadOnlyList<ReadOnlyMemory<byte>> Values(RowField field) => field switch
    {
        RowField.ObjectClass => _objectClass,
        RowField.Time => _time,
        RowField.HasSubordinates => _no,
        RowField.StructuralClass => _class,
        RowField.Subschema => _subschema,
        _ => [],
    };

    /// <summary>The values as a finished set.</summary>
    public ReadOnlySpan<byte> Encoded(RowField field)
    {
        lock (_encoded)
        {
            if (!_encoded.TryGetValue(field, out var set))
            {
                set = LdapEncoding.ValueSet(Values(field));
                _encoded.Add(field, set);
            }

            return set;
        }
    }

    private static ReadOnlyMemory<byte> Octets(string text) => Encoding.UTF8.GetBytes(text);
}
