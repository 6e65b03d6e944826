using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Switchbook.Tests.Notices;

/// <summary>A real SMTP server on loopback, which takes mail for anybody but <c>gone@example.com</c>.</summary>
internal sealed class MailPeer : MessageStore, IAsyncDisposable
{
    public const string User = "switchbook";
    public const string Password = "correct horse battery staple";

    private static readonly RSA Key = RSA.Create(2048);

    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly X509Certificate2? _certificate;
    private readonly Task _serving;

    /// <param name="tls">Null for a server that knows no TLS.</param>
    /// <param name="immediately">TLS from the first byte, rather than by STARTTLS.</param>
    public MailPeer(bool tls = true, bool immediately = false)
    {
        _certificate = tls ? MakeCertificate() : null;
        var listeners = new EndpointListenerFactory();
        listeners.EndpointStarted += (_, started) => _port.TrySetResult(((IPEndPoint)started.LocalEndPoint).Port);
        var services = new ServiceProvider();
        services.Add((IEndpointListenerFactory)listeners);
        services.Add((IMessageStore)this);
        services.Add((IUserAuthenticator)new DelegatingUserAuthenticator((user, password) => user == User && password == Password));
        services.Add((IMailboxFilter)new DelegatingMailboxFilter((IMailbox to, IMailbox _) => to.User != "gone"));
        var options = new SmtpServerOptionsBuilder().ServerName("mail.test").Endpoint(endpoint =>
        {
            endpoint.Endpoint(new(IPAddress.Loopback, 0)).IsSecure(immediately);
            if (_certificate is not null)
            {
                endpoint.Certificate(_certificate).AuthenticationRequired().AllowUnsecureAuthentication(false);
            }
        });
        _serving = new SmtpServer.SmtpServer(options.Build(), services).StartAsync(_stop.Token);
    }

    public Task<int> PortAsync() => _port.Task.WaitAsync(TestContext.Current.CancellationToken);

    public ConcurrentQueue<MimeMessage> Mails { get; } = new();

    /// <summary>The authority of the server's certificate.</summary>
    public string Pem => _certificate!.ExportCertificatePem();

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(buffer.ToArray());
        Mails.Enqueue(await MimeMessage.LoadAsync(content, cancellationToken));
        return new(SmtpReplyCode.Ok, "queued as 4711");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _stop.Dispose();
        _certificate?.Dispose();
        foreach (var mail in Mails)
        {
            mail.Dispose();
        }
    }

    private static X509Certificate2 MakeCertificate()
    {
        var request = new CertificateRequest("CN=localhost", Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
