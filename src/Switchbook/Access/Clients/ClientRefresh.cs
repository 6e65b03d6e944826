using System.Diagnostics.CodeAnalysis;

namespace Switchbook.Access.Clients;

/// <summary>Keeps the gate abreast of the store: a client that is added or removed, by whatever process, counts within a moment.</summary>
internal sealed partial class ClientRefresh(
    ClientStore store, ClientGate gate, TimeProvider time, ILogger<ClientRefresh> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private long? _version;

    /// <summary>Loads the clients before any door opens.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
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
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogDatabaseAway(fault);
            }
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var version = await store.VersionAsync(cancellationToken);
        if (version != _version)
        {
            gate.Publish(new ClientTable(await store.ListAsync(cancellationToken)));
            _version = version;
        }
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Error, Message = "The clients cannot be read from the database; those known before may go on asking")]
    private partial void LogDatabaseAway(Exception fault);
}
