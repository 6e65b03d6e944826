using System.Security.Authentication;

namespace Switchbook.Graph;

/// <summary>A server showed a certificate that is not trusted.</summary>
/// <param name="host">The host that was asked.</param>
/// <param name="issuer">Who signed the certificate: behind an inspecting firewall, its name.</param>
/// <param name="reason">What is wrong with it.</param>
internal sealed class UntrustedCertificateException(string host, string issuer, string reason)
    : AuthenticationException($"The certificate of {host}, issued by {issuer}, is not trusted: {reason}.")
{
    public string Issuer { get; } = issuer;

    public string Reason { get; } = reason;
}
