using Switchbook.Links;

namespace Switchbook.Synchronization;

/// <summary>One link's endless turn of runs and waits.</summary>
internal sealed class LinkLoop(Link link, CancellationToken stopping)
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    private volatile TaskCompletionSource _wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _asking = new();
    private RunRequest _asked = new();
    private int _wakesLater;
    private volatile Link _link = link;
    private Task _turning = Task.CompletedTask;

    /// <summary>The settings that the next run uses.</summary>
    public Link Link
    {
        get => _link;
        set => _link = value;
    }

    /// <summary>Failed runs in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Good runs in a row that changed nothing.</summary>
    public int QuietRuns { get; set; }

    /// <summary>How long the latest run took.</summary>
    public TimeSpan LatestRun { get; set; }

    public void Start(Func<LinkLoop, CancellationToken, Task> turn) => _turning = TurnAsync(turn);

    /// <summary>Ends the wait for the next run; a run under way is followed by another at once.</summary>
    public void Wake(RunRequest request)
    {
        lock (_asking)
        {
            _asked = new(_asked.Full || request.Full, _asked.Interactive || request.Interactive, _asked.Apply || request.Apply);
            _wake.TrySetResult();
        }
    }

    /// <summary>Ends the wait for the next run a while from now; one such end at a time is enough.</summary>
    public async Task WakeLaterAsync(TimeSpan wait, TimeProvider time)
    {
        if (Interlocked.Exchange(ref _wakesLater, 1) == 0)
        {
            try
            {
                await Task.Delay(wait, time, _stop.Token);
                Interlocked.Exchange(ref _wakesLater, 0);
                Wake(new());
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                // The loop ends, and with it what it waits for.
            }
        }
    }

    /// <summary>How the run that begins now is to be made: all that was asked together.</summary>
    public RunRequest TakeAsked()
    {
        lock (_asking)
        {
            var asked = _asked;
            _asked = new();
            _wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return asked;
        }
    }

    public Task WaitAsync(TimeSpan wait, TimeProvider time, CancellationToken cancellationToken) =>
        Task.WhenAny(_wake.Task, Task.Delay(wait, time, cancellationToken));

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _turning;
        _stop.Dispose();
    }

    private async Task TurnAsync(Func<LinkLoop, CancellationToken, Task> turn)
    {
        await Task.Yield();
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                await turn(this, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Stopping is how a loop ends.
        }
    }
}
