namespace Switchbook.Ldap.Access;

/// <summary>What became of a bind.</summary>
/// <param name="Result"><see cref="LdapResult.Success"/>, or such as <see cref="LdapResultCode.InvalidCredentials"/>.</param>
/// <param name="Identity">Who it is; null for an anonymous bind and for a refused one.</param>
public sealed record LdapBindAnswer(LdapResult Result, LdapIdentity? Identity)
{
    /// <summary>The bind is accepted without a name.</summary>
    public static LdapBindAnswer Anonymous { get; } = new(LdapResult.Success, null);

    public static LdapBindAnswer Accept(LdapIdentity identity) => new(LdapResult.Success, identity);

    public static LdapBindAnswer Refuse(LdapResultCode code, string message) => new(new LdapResult(code, message), null);
}
