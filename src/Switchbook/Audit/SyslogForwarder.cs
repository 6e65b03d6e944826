using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using Switchbook.Storage;

namespace Switchbook.Audit;

/// <summary>
/// Passes each line of the audit record on to a syslog server, whichever process wrote it: by UDP a datagram each (RFC 5426), by TCP with
/// its length before it (RFC 6587, section 3.4.1). How far it came is kept in the data directory, so that a server which was away, or a
/// restart, leaves no gap.
/// </summary>
internal sealed partial class SyslogForwarder(
    AuditTrail trail, DataDirectory data, IOptions<AuditOptions> options, TimeProvider time, ILogger<SyslogForwarder> logger) : BackgroundService
{
    private const int MostAtOnce = 200;

    /// <summary>What every receiver takes by UDP (RFC 5426, section 3.2, asks for 2048 at least); a longer line is cut.</summary>
    private const int LongestDatagram = 8192;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private string Mark => Path.Combine(data.Path, "audit-forwarded");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.IsNullOrEmpty(options.Value.Syslog))
        {
            return;
        }

        var target = new Uri(options.Value.Syslog);
        while (true)
        {
            try
            {
                await ForwardAsync(target, stoppingToken);
            }
            catch (Exception away) when (away is SocketException or IOException or System.Data.Common.DbException or TimeoutException)
            {
                LogAway(target, away.Message);
            }

            await Task.Delay(Look, time, stoppingToken);
        }
    }

    private async Task ForwardAsync(Uri target, CancellationToken stoppingToken)
    {
        var last = File.Exists(Mark) && long.TryParse(await File.ReadAllTextAsync(Mark, stoppingToken), CultureInfo.InvariantCulture, out var known) ? known : 0;
        if (await trail.AfterAsync(last, MostAtOnce, stoppingToken) is not [_, ..] lines)
        {
            return;
        }

        using var socket = target.Scheme == "udp" ? new Socket(SocketType.Dgram, ProtocolType.Udp) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(target.Host, target.Port, stoppingToken).AsTask().WaitAsync(Patience, stoppingToken);
        foreach (var message in lines.Select(SyslogMessage.Of))
        {
            var sent = target.Scheme == "udp"
                ? message.AsMemory(0, Math.Min(message.Length, LongestDatagram))
                : (byte[])[.. Encoding.ASCII.GetBytes($"{message.Length} "), .. message];
            for (var rest = sent; rest.Length > 0;)
            {
                rest = rest[await socket.SendAsync(rest, SocketFlags.None, stoppingToken).AsTask().WaitAsync(Patience, stoppingToken)..];
            }
        }

        if (target.Scheme == "tcp")
        {
            socket.Shutdown(SocketShutdown.Send);
        }

        // What was sent is marked also when the server is told to stop meanwhile, and whole or not at all: else it is sent twice.
        var next = Mark + ".next";
        await File.WriteAllTextAsync(next, $"{lines[^1].Id}", CancellationToken.None);
        File.Move(next, Mark, overwrite: true);
    }

    [LoggerMessage(EventId = 3102, Level = LogLevel.Warning, Message = "The audit record cannot be passed on to {Target} now: {Reason}")]
    private partial void LogAway(Uri target, string reason);
}
