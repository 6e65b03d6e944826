using System.Collections.Frozen;
using System.Text;

using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Entries;

/// <summary>An entry that lies in memory as an object: right for the few entries above and beside the data proper.</summary>
/// <param name="name">The entry's name.</param>
/// <param name="schema">Knows every attribute named in <paramref name="attributes"/>; otherwise an <see cref="ArgumentException"/>.</param>
/// <param name="attributes">Names and values; a name may come several times.</param>
public sealed class LdapEntry(DistinguishedName name, LdapSchema schema, IEnumerable<(string Name, string Value)> attributes)
    : IAttributeSource
{
    private readonly byte[] _name = Encoding.UTF8.GetBytes(name.ToString());
    private readonly FrozenDictionary<AttributeType, ReadOnlyMemory<byte>[]> _values = attributes
        .GroupBy(pair => Find(schema, pair.Name))
        .ToFrozenDictionary(
            group => group.Key,
            group => group.Select(pair => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(pair.Value)).ToArray());

    public DistinguishedName Name { get; } = name;

    public IReadOnlyList<ReadOnlyMemory<byte>> Values(AttributeType type) => _values.GetValueOrDefault(type, []);

    /// <summary>Writes the entry as a search wants to see it.</summary>
    public void Write(LdapEntryWriter writer, LdapAttributeSelection selection)
    {
        writer.Begin(_name);
        foreach (var attribute in selection.Attributes)
        {
            if (_values.TryGetValue(attribute.Type, out var values))
            {
                var set = writer.BeginAttribute(attribute);
                foreach (var value in values)
                {
                    set.Add(value.Span);
                }

                set.End();
            }
        }
    }

    private static AttributeType Find(LdapSchema schema, string name) =>
        schema.TryGetAttributeType(name, out var type)
            ? type
            : throw new ArgumentException($"The schema has no attribute '{name}'.", nameof(name));
}
