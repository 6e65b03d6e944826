using System.Collections.Concurrent;
using Switchbook.Graph;

namespace Switchbook.Synchronization;

/// <summary>What runs are under way in this process and when the next ones come, for whoever watches.</summary>
internal sealed class RunMonitor(TimeProvider time)
{
    private readonly ConcurrentDictionary<int, LiveRun> _running = new();
    private readonly ConcurrentDictionary<int, DateTimeOffset> _next = new();

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
    public Watch Begin(int linkId)
    {
        _next.TryRemove(linkId, out _);
        _running[linkId] = new(time.GetUtcNow(), null);
        Tell();
        return new(this, linkId);
    }

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
    internal sealed class Watch(RunMonitor monitor, int linkId) : IProgress<ReadProgress>, IDisposable
    {
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
            monitor.Tell();
        }
    }
}
