using Switchbook.Problems;

namespace Switchbook.Links;

/// <summary>How a link's credential stands, for pages and programs; nothing by which one could sign in.</summary>
/// <param name="Kind">One of <see cref="CredentialKinds"/>.</param>
/// <param name="EndsKnownBy"><c>typed</c>, <c>certificate</c> or <c>registration</c>.</param>
/// <param name="DaysLeft">Whole days, negative after the end; null when the end is not known.</param>
/// <param name="KeyId">The portal's "Secret ID" or "Certificate ID", when the registration could be read.</param>
/// <param name="ProvenAt">When it first signed in; null while it has not.</param>
/// <param name="Warning">What to do about its end; null while there is time.</param>
internal sealed record CredentialState(
    string Kind,
    DateTimeOffset? Ends,
    string? EndsKnownBy,
    int? DaysLeft,
    string? KeyId,
    string? Thumbprint,
    DateTimeOffset AddedAt,
    DateTimeOffset? ProvenAt,
    Problem? Warning)
{
    public static CredentialState? Of(Link link, LinkCredential? credential, DateTimeOffset now) => credential is null
        ? null
        : new(
            credential.Kind,
            credential.Ends,
            credential.EndsKnownBy,
            credential.DaysLeft(now),
            credential.KeyId,
            credential.Thumbprint,
            credential.AddedAt,
            credential.ProvenAt,
            credential == link.CredentialInUse ? credential.Warning(link.Name, now) : null);
}
