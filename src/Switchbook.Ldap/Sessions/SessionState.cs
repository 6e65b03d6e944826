namespace Switchbook.Ldap.Sessions;

/// <summary>Where a connection stands.</summary>
internal enum SessionState
{
    /// <summary>Anonymous or bound: who it is stands in <see cref="LdapPeer.Identity"/>.</summary>
    Open,

    /// <summary>In the middle of a SASL exchange: only a bind goes on.</summary>
    Binding,

    /// <summary>StartTLS is accepted; the handshake comes next.</summary>
    StartingTls,

    /// <summary>Nothing more is read.</summary>
    Closing,
}
