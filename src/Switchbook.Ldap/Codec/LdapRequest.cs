using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Codec;

/// <summary>What a client may ask (RFC 4511, section 4), not yet resolved against a schema.</summary>
internal abstract record LdapRequest
{
    private LdapRequest()
    {
    }

    /// <param name="Version">1 to 127.</param>
    /// <param name="Name">A DN, or whatever the client takes for one.</param>
    /// <param name="Mechanism">The SASL mechanism; null for a simple bind.</param>
    /// <param name="Credentials">The password, or what SASL carries; null when SASL carries nothing.</param>
    internal sealed record Bind(int Version, ReadOnlyMemory<byte> Name, string? Mechanism, ReadOnlyMemory<byte>? Credentials)
        : LdapRequest;

    internal sealed record Unbind : LdapRequest;

    /// <param name="SizeLimit">Entries; 0 for none.</param>
    /// <param name="TimeLimit">Seconds; 0 for none.</param>
    /// <param name="Filter">With its tag and length.</param>
    /// <param name="Attributes">The content of the attribute list.</param>
    internal sealed record Search(
        ReadOnlyMemory<byte> Base,
        LdapScope Scope,
        int SizeLimit,
        int TimeLimit,
        bool TypesOnly,
        ReadOnlyMemory<byte> Filter,
        ReadOnlyMemory<byte> Attributes) : LdapRequest;

    internal sealed record Compare(ReadOnlyMemory<byte> Entry, ReadOnlyMemory<byte> Attribute, ReadOnlyMemory<byte> Value)
        : LdapRequest;

    internal sealed record Abandon(int MessageId) : LdapRequest;

    internal sealed record Extended(string Oid, ReadOnlyMemory<byte>? Value) : LdapRequest;

    /// <summary>Add, delete, modify or rename.</summary>
    internal sealed record Write(byte ResponseTag) : LdapRequest;
}
