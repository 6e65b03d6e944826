using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Switchbook.Storage.Auditing;

namespace Switchbook.Audit;

/// <summary>Writes what <see cref="AuditNotes"/> holds, to the last line when the server stops, and forgets what is too old.</summary>
internal sealed partial class AuditWriter(
    AuditNotes notes, AuditTrail trail, IOptions<AuditOptions> options, TimeProvider time, ILogger<AuditWriter> logger) : BackgroundService
{
    private const int MostAtOnce = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private DateTimeOffset _forgotAt;

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        notes.Complete();
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await notes.Waiting.WaitToReadAsync(CancellationToken.None))
        {
            var lines = new List<AuditRow>();
            while (lines.Count < MostAtOnce && notes.Waiting.TryRead(out var line))
            {
                lines.Add(line);
            }

            if (notes.TakeLost() is > 0 and var lost)
            {
                lines.Add(new() { Kind = "audit.lost", Subject = lost.ToString(CultureInfo.InvariantCulture) });
            }

            await WriteAsync(lines, stoppingToken);
            await ForgetAsync();
        }
    }

    private async Task WriteAsync(List<AuditRow> lines, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await trail.AppendAsync(lines, CancellationToken.None);
                return;
            }
            catch (Exception away) when (away is DbException or DbUpdateException)
            {
                LogAway(away, lines.Count);
                if (stoppingToken.IsCancellationRequested)
                {
                    return;
                }

                await Task.Delay(Pause, time, CancellationToken.None);
            }
        }
    }

    /// <summary>What cannot be forgotten now is forgotten when the next lines come: it must keep none of them waiting.</summary>
    private async Task ForgetAsync()
    {
        var now = time.GetUtcNow();
        if (now - _forgotAt < Day)
        {
            return;
        }

        try
        {
            await trail.ForgetAsync(now - TimeSpan.FromDays(options.Value.Days), CancellationToken.None);
            _forgotAt = now;
        }
        catch (DbException away)
        {
            LogKept(away);
        }
    }

    [LoggerMessage(EventId = 3101, Level = LogLevel.Error, Message = "{Count} lines of the audit record cannot be written yet")]
    private partial void LogAway(Exception away, int count);

    [LoggerMessage(EventId = 3103, Level = LogLevel.Error, Message = "Old lines of the audit record cannot be removed yet")]
    private partial void LogKept(Exception away);
}
