namespace Switchbook.Access.Clients;

/// <summary>A client as an administrator typed it.</summary>
/// <param name="Name">The configuration name, which is also the name that it signs in with.</param>
/// <param name="Networks">Addresses and networks in CIDR form; empty for anywhere.</param>
/// <param name="Password">Null for none.</param>
/// <param name="HasToken">Whether it gets a token for its addresses (URLs).</param>
internal sealed record ClientDraft(string Name, IReadOnlyList<string> Networks, string? Password, bool HasToken)
{
    /// <summary>Never shows the password.</summary>
    public override string ToString() => $"ClientDraft({Name})";
}
