using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Switchbook.Access.Clients;

namespace Switchbook.Access;

/// <summary>TLS as every door of the server speaks it.</summary>
internal static class ServerTls
{
    /// <summary>
    /// Shows the server's certificate. Asks for a client's only while some client has one: phones that know none may stumble over
    /// the question. Whose it is, is looked up later, so that any is taken here.
    /// </summary>
    public static ListenOptions UseServerTls(this ListenOptions listen)
    {
        var certificate = listen.ApplicationServices.GetRequiredService<ServerCertificate>();
        var clients = listen.ApplicationServices.GetRequiredService<ClientGate>();
        return listen.UseHttps(https =>
        {
            https.ServerCertificate = certificate.Certificate;
            https.OnAuthenticate = (_, tls) =>
            {
                tls.ServerCertificateContext = certificate.Context;
                if (clients.HasCertificates)
                {
                    AskForCertificate(tls);
                }
            };
        });
    }

    /// <summary>Asks a client for its certificate, and takes whatever it shows, or nothing.</summary>
    [SuppressMessage("Security", "CA5359", Justification = "A client's certificate counts by its hash, at ClientGate; one that nobody knows opens no door.")]
    public static void AskForCertificate(SslServerAuthenticationOptions tls)
    {
        tls.ClientCertificateRequired = true;
        tls.RemoteCertificateValidationCallback = (_, _, _, _) => true;
    }
}
