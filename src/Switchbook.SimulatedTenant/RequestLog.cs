namespace Switchbook.SimulatedTenant;

/// <summary>What the simulated tenant was asked: a count for each kind of request, and the last of them.</summary>
public sealed class RequestLog
{
    /// <summary>How many requests are kept; the counts go on.</summary>
    public const int Kept = 2000;

    private readonly Lock _lock = new();
    private readonly Queue<SimulatedRequest> _last = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All requests since the start or the last <see cref="Clear"/>.</summary>
    public int Total => Counts.Values.Sum();

    /// <summary>How many of each kind.</summary>
    public IReadOnlyDictionary<string, int> Counts
    {
        get
        {
            lock (_lock)
            {
                return new Dictionary<string, int>(_counts, StringComparer.OrdinalIgnoreCase);
            }
        }
    }

    /// <summary>The last <see cref="Kept"/> requests, the oldest first.</summary>
    public IReadOnlyList<SimulatedRequest> Last
    {
        get
        {
            lock (_lock)
            {
                return [.. _last];
            }
        }
    }

    /// <summary>How many of one kind.</summary>
    public int Of(string kind)
    {
        lock (_lock)
        {
            return _counts.GetValueOrDefault(kind);
        }
    }

    /// <summary>Begins to count anew.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _last.Clear();
            _counts.Clear();
        }
    }

    internal void Add(SimulatedRequest request)
    {
        lock (_lock)
        {
            _counts[request.Kind] = _counts.GetValueOrDefault(request.Kind) + 1;
            _last.Enqueue(request);
            if (_last.Count > Kept)
            {
                _last.Dequeue();
            }
        }
    }
}
