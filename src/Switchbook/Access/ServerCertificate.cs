using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.Access;

/// <summary>
/// The certificate that the server shows: the one that the settings name, else that of the data directory, which the server makes for
/// itself at its first start. When its files are written anew it is read anew, for connections that begin from then on.
/// </summary>
internal sealed partial class ServerCertificate : IDisposable
{
    private const string FileName = "server.pfx";

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly CertificateFiles _files;
    private readonly bool _isOwn;
    private readonly TimeProvider _time;
    private readonly ILogger<ServerCertificate> _logger;
    private readonly Lock _one = new();
    private ITimer? _timer;
    private string _stamp = "";
    private volatile SslStreamCertificateContext? _context;

    public ServerCertificate(DataDirectory data, IOptions<AccessOptions> options, TimeProvider time, ILogger<ServerCertificate> logger)
    {
        _isOwn = options.Value.CertificateFile is not { Length: > 0 };
        _files = _isOwn
            ? new(Path.Combine(data.Subdirectory("certificates"), FileName))
            : new(options.Value.CertificateFile!, options.Value.CertificateKeyFile, options.Value.CertificatePasswordFile);
        (_time, _logger) = (time, logger);
    }

    /// <summary>Raised after another certificate took the place of the one before.</summary>
    public event EventHandler? Replaced;

    /// <summary>One context for all connections, so that TLS sessions resume; read, or made, when first asked for.</summary>
    /// <exception cref="ProblemException">The files that the settings name cannot be used.</exception>
    public SslStreamCertificateContext Context => _context ?? Begin();

    /// <summary>The certificate with its key.</summary>
    public X509Certificate2 Certificate => Context.TargetCertificate;

    /// <summary>Looks whether the files were written; what cannot be read leaves the certificate as it is.</summary>
    public void Refresh()
    {
        try
        {
            var stamp = _files.Stamp;
            if (stamp == _stamp)
            {
                return;
            }

            // Noted first: what is wrong now is tried again when it is written again.
            _stamp = stamp;
            _context = Read();
            LogRead(Certificate.Subject, Certificate.NotAfter);
            Replaced?.Invoke(this, EventArgs.Empty);
        }
        catch (ProblemException unfit)
        {
            LogUnfit(unfit.Problem.Code, unfit.Problem.Message);
        }
    }

    public void Dispose() => _timer?.Dispose();

    private SslStreamCertificateContext Begin()
    {
        lock (_one)
        {
            if (_context is { } known)
            {
                return known;
            }

            if (_isOwn && !File.Exists(_files.Certificate))
            {
                SelfMadeCertificate.Write(_files.Certificate, _time.GetUtcNow());
            }

            (_stamp, _context) = (_files.Stamp, Read());
            _timer = _time.CreateTimer(_ => Refresh(), null, Look, Look);
            return _context;
        }
    }

    private SslStreamCertificateContext Read()
    {
        var shown = _files.Load();
        return SslStreamCertificateContext.Create(shown[0], shown, offline: true);
    }

    [LoggerMessage(EventId = 3004, Level = LogLevel.Information, Message = "New connections are shown the certificate {Subject}, which ends on {End}")]
    private partial void LogRead(string subject, DateTime end);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Error, Message = "The certificate stays as it is ({Code}): {Reason}")]
    private partial void LogUnfit(string code, string reason);
}
