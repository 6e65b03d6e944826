using System.Collections.Immutable;

namespace Switchbook.Ldap.Names;

/// <summary>One step of a DN: one value, seldom several (RFC 4514, section 2.2).</summary>
/// <param name="Values">One or more, in the order of their normalised form.</param>
public sealed record RelativeDistinguishedName(ImmutableArray<AttributeValue> Values)
{
    public AttributeValue First => Values[0];
}
