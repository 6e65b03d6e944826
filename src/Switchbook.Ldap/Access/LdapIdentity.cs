namespace Switchbook.Ldap.Access;

/// <summary>Who a client proved to be.</summary>
/// <param name="AuthorizationId">What Who am I? answers (RFC 4513, section 5.2.1.8): <c>dn:…</c> or <c>u:…</c>.</param>
/// <param name="Account">Whatever the access check keeps of the account, for the directory to look at.</param>
public sealed record LdapIdentity(string AuthorizationId, object? Account = null);
