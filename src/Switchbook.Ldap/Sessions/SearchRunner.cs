using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

using Microsoft.Extensions.Logging;

using Switchbook.Ldap.Codec;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Sessions;

/// <summary>
/// Runs the searches of one connection: a short one at once, into the batch of answers; a long one beside the others, so that
/// the connection goes on reading and an abandon is heard.
/// </summary>
internal sealed partial class SearchRunner(
    LdapServer server, LdapPeer peer, SessionOutput output, ILogger logger) : IAsyncDisposable
{
    private const int BatchSize = 32 * 1024;
    private const int BatchesAtOnce = 8;

    /// <summary>The searches that have not answered yet; with the end of its answer a message ID is free again.</summary>
    private readonly ConcurrentDictionary<int, RunningSearch> _running = new();

    /// <summary>The searches that still use the output.</summary>
    private readonly ConcurrentDictionary<RunningSearch, bool> _unfinished = new();

    private readonly SemaphoreSlim _slots = new(server.Options.MaximumOperationsPerConnection);

    /// <summary>The answers that wait to be sent. A search that goes on by itself takes it along and leaves a new one.</summary>
    public BerWriter Batch { get; private set; } = new(1024);

    public bool IsIdle => _unfinished.IsEmpty;

    public ValueTask StartAsync(LdapMessage message, LdapRequest.Search search)
    {
        if (_running.ContainsKey(message.Id))
        {
            ResponseWriter.Result(
                Batch,
                message.Id,
                OperationTag.SearchResultDone,
                new LdapResult(LdapResultCode.ProtocolError, "This message ID is still in use."));
            return ValueTask.CompletedTask;
        }

        var limit = TimeSpan.FromSeconds(search.TimeLimit);
        var stop = new LdapStopSignal(
            server.Time, limit > TimeSpan.Zero && limit < server.Options.TimeLimit ? limit : server.Options.TimeLimit);
        var operation = new SearchOperation(message.Id, server.Searches.Plan(message, search, peer, stop), stop, server.Metrics);
        try
        {
            return RunAtOnce(operation, out var sent) ? ValueTask.CompletedTask : GoOnAsync(operation, sent);
        }
        catch
        {
            operation.Dispose();
            throw;
        }
    }

    /// <summary>Stops a search, if it is under way.</summary>
    /// <param name="messageId">The search's.</param>
    /// <param name="answer">Whether it answers that it was canceled.</param>
    public bool TryStop(int messageId, bool answer)
    {
        var isRunning = _running.TryGetValue(messageId, out var search);
        search?.Operation.Stop(answer);
        return isRunning;
    }

    /// <summary>Stops all searches without an answer, and waits until they are gone.</summary>
    public async ValueTask StopAllAsync()
    {
        foreach (var search in _running.Values)
        {
            search.Operation.Stop(false);
        }

        foreach (var search in _unfinished.Keys)
        {
            await search.Completion.Task;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAllAsync();
        Batch.Dispose();
        _slots.Dispose();
    }

    /// <summary>Runs a search to its end, unless that takes long or the client is slow to read.</summary>
    private bool RunAtOnce(SearchOperation operation, out ValueTask<bool> sent)
    {
        sent = ValueTask.FromResult(true);
        for (var batches = 0; batches < BatchesAtOnce; batches++)
        {
            switch (operation.Run(Batch, BatchSize))
            {
                case SearchProgress.Done:
                    operation.Dispose();
                    return true;
                case SearchProgress.Paused:
                    return false;
                default:
                    sent = output.SendAsync(Batch);
                    if (!sent.IsCompletedSuccessfully)
                    {
                        return false;
                    }

                    break;
            }
        }

        return false;
    }

    private async ValueTask GoOnAsync(SearchOperation operation, ValueTask<bool> sent)
    {
        var batch = Batch;
        Batch = new BerWriter(1024);
        await _slots.WaitAsync(CancellationToken.None);
        var search = new RunningSearch(operation, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _running[operation.MessageId] = search;
        _unfinished[search] = true;
        _ = Task.Run(() => FinishAsync(search, batch, sent.AsTask()), CancellationToken.None);
    }

    [SuppressMessage("Design", "CA1031", Justification = "A fault of one search must not end the process; it ends the connection's output.")]
    private async Task FinishAsync(RunningSearch search, BerWriter batch, Task<bool> sent)
    {
        try
        {
            var isOpen = await sent;
            var progress = SearchProgress.Paused;
            while (isOpen && progress != SearchProgress.Done)
            {
                progress = search.Operation.Run(batch, BatchSize);
                if (progress == SearchProgress.Done)
                {
                    _running.TryRemove(search.Operation.MessageId, out _);
                }

                isOpen = batch.Length == 0 || await output.SendAsync(batch);
                await Task.Yield();
            }
        }
        catch (IOException)
        {
            // The connection ended.
        }
        catch (Exception exception)
        {
            LogFault(exception);
        }
        finally
        {
            search.Operation.Dispose();
            batch.Dispose();
            _running.TryRemove(new KeyValuePair<int, RunningSearch>(search.Operation.MessageId, search));
            _slots.Release();
            _unfinished.TryRemove(search, out _);
            search.Completion.SetResult();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A search failed.")]
    private partial void LogFault(Exception exception);

    private sealed record RunningSearch(SearchOperation Operation, TaskCompletionSource Completion);
}
