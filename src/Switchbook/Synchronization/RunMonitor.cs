using System.Collections.Concurrent;
using Switchbook.Graph;

namespace Switchbook.Synchronization;

/// <summary>What runs are under way in this process and when the next ones come, for whoever watches.</summary>
internal sealed class RunMonitor(TimeProvider time)
{
    private readonly ConcurrentDictionary<int, LiveRun> _running = new();
    private readonly ConcurrentDictionary<int, DateTimeOffset> _next = new();
    private readonly ConcurrentDictionary<int, Watch> _watches = new();

    /// <summary>Raised on any thread, often; watchers look up what they need.</summary>
    public event EventHandler? Changed;

    public LiveRun? Running(int linkId) => _running.GetValueOrDefault(linkId);

    /// <summary>When the link's next run begins; null while one is under way or nothing is planned here.</summary>
    public DateTimeOffset? Next(int linkId) => _next.TryGetValue(linkId, out var next) ? next : null;

    /// <summary>Does <paramref name="run"/> while <paramref name="follower"/> hears of its progress.</summary>
    public async Task<T> FollowAsync<T>(int linkId, IProgress<ReadProgress>? follower, Func<Task<T>> run)
    {
        void Follow(object? sender, EventArgs arguments)
        {
            if (Running(linkId)?.Progress is { } progress)
            {
                follower?.Report(progress);
            }
        }

        Changed += Follow;
        try
        {
            return await run();
        }
        finally
        {
            Changed -= Follow;
        }
    }

    /// <summary>Watches one run, from now until the result is disposed.</summary>
    public Watch Begin(int linkId, CancellationToken cancellationToken)
    {
        _next.TryRemove(linkId, out _);
        _running[linkId] = new(time.GetUtcNow(), null);
        var watch = new Watch(this, linkId, CancellationTokenSource.CreateLinkedTokenSource(cancellationToken));
        _watches[linkId] = watch;
        Tell();
        return watch;
    }

    /// <summary>Ends the run that is under way, wherever it is waiting; false when there is none.</summary>
    public bool Cancel(int linkId) => _watches.TryGetValue(linkId, out var watch) && watch.Cancel();

    public void Plan(int linkId, DateTimeOffset next)
    {
        _next[linkId] = next;
        Tell();
    }

    public void Forget(int linkId)
    {
        _next.TryRemove(linkId, out _);
        Tell();
    }

    private void Tell() => Changed?.Invoke(this, EventArgs.Empty);

    /// <summary>One run's progress on its way to the watchers.</summary>
    internal sealed class Watch(RunMonitor monitor, int linkId, CancellationTokenSource stop) : IProgress<ReadProgress>, IDisposable
    {
        private readonly Lock _lock = new();
        private bool _ended;

        /// <summary>Requested when the run is to end.</summary>
        public CancellationToken Stop { get; } = stop.Token;

        public bool Cancel()
        {
            lock (_lock)
            {
                if (!_ended)
                {
                    stop.Cancel();
                }

                return !_ended;
            }
        }

        public void Report(ReadProgress value)
        {
            if (monitor._running.TryGetValue(linkId, out var run))
            {
                monitor._running[linkId] = run with { Progress = value };
                monitor.Tell();
            }
        }

        public void Dispose()
        {
            monitor._running.TryRemove(linkId, out _);
            monitor._watches.TryRemove(linkId, out _);
            lock (_lock)
            {
                _ended = true;
                stop.Dispose();
            }

            monitor.Tell();
        }
    }
}
