using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Entries;

/// <summary>An entry as a filter sees it; for directories that look at entries one by one.</summary>
public interface IAttributeSource
{
    DistinguishedName Name { get; }

    /// <summary>The values of an attribute, as the entry has them; empty when it has none. Subtypes do not count.</summary>
    IReadOnlyList<ReadOnlyMemory<byte>> Values(AttributeType type);
}
