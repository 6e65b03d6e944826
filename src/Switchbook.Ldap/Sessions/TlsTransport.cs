using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Switchbook.Ldap.Sessions;

/// <summary>TLS laid over a connection that began without it.</summary>
internal sealed class TlsTransport : IDuplexPipe, IAsyncDisposable
{
    private readonly SslStream _stream;

    public TlsTransport(IDuplexPipe plain)
    {
        _stream = new SslStream(new DuplexPipeStream(plain));
        Input = PipeReader.Create(_stream, new StreamPipeReaderOptions(leaveOpen: true));
        Output = PipeWriter.Create(_stream, new StreamPipeWriterOptions(leaveOpen: true));
    }

    public PipeReader Input { get; }

    public PipeWriter Output { get; }

    /// <summary>The certificate that the client showed and the options' validation let pass.</summary>
    public X509Certificate2? ClientCertificate => _stream.RemoteCertificate as X509Certificate2;

    public async Task AuthenticateAsync(
        SslServerAuthenticationOptions options, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        await _stream.AuthenticateAsServerAsync(options, either.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Input.CompleteAsync();
        await Output.CompleteAsync();
        await _stream.DisposeAsync();
    }
}
