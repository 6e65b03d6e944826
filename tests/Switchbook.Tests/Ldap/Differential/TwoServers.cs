using System.DirectoryServices.Protocols;

namespace Switchbook.Tests.Ldap.Differential;

/// <summary>Switchbook with strict matching, and OpenLDAP with the same entries.</summary>
public sealed class TwoServers : IAsyncLifetime
{
    internal const string BaseDn = "dc=switchbook";

    private LdapHost _host = null!;
    private OpenLdap? _other;

    internal LdapConnection Ours { get; private set; } = null!;

    internal LdapConnection Theirs { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await LdapHost.StartAsync(DifferentialPeople.Make(), ("Ldap:Matching", "strict"));
        Ours = _host.Connect();
        _other = await OpenLdap.StartAsync(
            Ldif.Of(
                Ours,
                [
                    (BaseDn, SearchScope.Base), (BaseDn, SearchScope.OneLevel), ("ou=people," + BaseDn, SearchScope.Subtree),
                    ("ou=directory," + BaseDn, SearchScope.Subtree), ("ou=links," + BaseDn, SearchScope.OneLevel), ("ou=links," + BaseDn, SearchScope.Subtree),
                ]),
            BaseDn);
        Theirs = _other.Connect();
    }

    public async ValueTask DisposeAsync()
    {
        Ours?.Dispose();
        Theirs?.Dispose();
        _other?.Dispose();
        await _host.DisposeAsync();
    }

    /// <summary>Whether OpenLDAP is gone, and not only a connection to it.</summary>
    internal bool HasOtherEnded => _other!.HasEnded;

    /// <summary>Starts OpenLDAP again over the same entries.</summary>
    internal async Task ReviveOtherAsync()
    {
        Theirs.Dispose();
        await _other!.RestartAsync();
        Theirs = _other.Connect();
    }

    internal LdapConnection ConnectToOther() => _other!.Connect();
}
