using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Searching;

/// <summary>An attribute that a search wants to see.</summary>
/// <param name="Type">The attribute type.</param>
/// <param name="EncodedName">The name to return as an OCTET STRING with tag and length: the client's spelling, else the schema's.</param>
public readonly record struct LdapSelectedType(AttributeType Type, ReadOnlyMemory<byte> EncodedName);
