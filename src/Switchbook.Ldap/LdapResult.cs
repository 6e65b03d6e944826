using Switchbook.Ldap.Names;

namespace Switchbook.Ldap;

/// <summary>How an operation ended (RFC 4511, section 4.1.9).</summary>
/// <param name="Code">The result code.</param>
/// <param name="Message">A sentence for people; never a secret.</param>
/// <param name="MatchedDn">The nearest entry above the one that was not found; empty otherwise.</param>
public sealed record LdapResult(LdapResultCode Code, string Message = "", string MatchedDn = "")
{
    /// <summary>Done.</summary>
    public static LdapResult Success { get; } = new(LdapResultCode.Success);

    /// <summary>The entry does not exist; <paramref name="nearest"/> is the nearest one above it that does.</summary>
    public static LdapResult NoSuchObject(DistinguishedName? nearest) =>
        new(LdapResultCode.NoSuchObject, "", nearest?.ToString() ?? "");
}
