using System.Diagnostics.CodeAnalysis;
using Switchbook.Access.Clients;
using Switchbook.Access.Operators;
using Switchbook.Access.Tokens;

namespace Switchbook.Access;

/// <summary>Keeps the doors abreast of the store: a client, an operator or a token that is added or removed, by whatever process, counts within a moment.</summary>
internal sealed partial class AccessRefresh(
    ClientStore clients,
    OperatorStore operators,
    ApiTokenStore tokens,
    ClientGate gate,
    CurrentOperators current,
    CurrentApiTokens currentTokens,
    TimeProvider time,
    ILogger<AccessRefresh> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private long? _version;

    /// <summary>Loads who is known before any door opens.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Looks now, for who just changed something and wants it to count at once.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var version = await clients.VersionAsync(cancellationToken);
        if (version != _version)
        {
            gate.Publish(new ClientTable(await clients.ListAsync(cancellationToken)));
            current.Publish(await operators.ListAsync(cancellationToken));
            currentTokens.Publish(await tokens.ListAsync(cancellationToken));
            _version = version;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A database that is away for a while must not end the server; who was known stays known.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Look, time, stoppingToken);
            try
            {
                await RefreshAsync(stoppingToken);
                await tokens.NoteUsesAsync(currentTokens.TakeUses(), stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogDatabaseAway(fault);
            }
        }
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "Clients and operators cannot be read from the database; those known before may go on asking")]
    private partial void LogDatabaseAway(Exception fault);
}
