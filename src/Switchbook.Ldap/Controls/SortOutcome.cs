namespace Switchbook.Ldap.Controls;

/// <summary>What became of a wished order (RFC 2891, section 1.2).</summary>
/// <param name="Code">Success, or why the entries do not come sorted.</param>
/// <param name="Type">The attribute that is to blame, as the client wrote it; empty otherwise.</param>
internal sealed record SortOutcome(LdapResultCode Code, ReadOnlyMemory<byte> Type);
