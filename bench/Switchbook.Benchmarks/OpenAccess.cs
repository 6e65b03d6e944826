using Switchbook.Ldap;
using Switchbook.Ldap.Access;

namespace Switchbook.Benchmarks;

/// <summary>Lets everybody ask, so that nothing but the search is measured.</summary>
internal sealed class OpenAccess : ILdapAccess
{
    public ValueTask<LdapBindAnswer> BindAsync(LdapCredentials credentials, LdapPeer peer, CancellationToken cancellationToken) =>
        ValueTask.FromResult(LdapBindAnswer.Anonymous);

    public LdapResult Authorize(LdapPeer peer) => LdapResult.Success;
}
