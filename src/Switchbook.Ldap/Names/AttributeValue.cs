using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Names;

/// <summary>One <c>type=value</c> of an RDN.</summary>
/// <param name="Type">The attribute type; null when the schema does not know it.</param>
/// <param name="Name">The type as written.</param>
/// <param name="Value">The value, unescaped.</param>
/// <param name="PreparedValue">The value made ready by the type's equality rule: equal values are the same string.</param>
public sealed record AttributeValue(AttributeType? Type, string Name, string Value, string PreparedValue);
