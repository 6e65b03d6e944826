using Polly;
using Polly.Retry;

namespace Switchbook.Graph;

/// <summary>
/// Tries a request again: after what <c>Retry-After</c> says to the second, else with exponential back-off and jitter,
/// as long as the failure is worth it and the run's budget of waiting lasts.
/// </summary>
internal sealed partial class RetryPolicy
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    private readonly GraphOptions _options;
    private readonly ReadMeter _meter;
    private readonly ThrottleGate _gate;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline _pipeline;

    public RetryPolicy(GraphOptions options, ReadMeter meter, ThrottleGate gate, GraphSurroundings surroundings)
    {
        (_options, _meter, _gate) = (options, meter, gate);
        (_time, _logger) = (surroundings.Time, surroundings.Logger);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = _time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Math.Max(1, options.MaximumRetries),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.FirstDelay,
                MaxDelay = LongestDelay,
                Randomizer = surroundings.Random.NextDouble,
                ShouldHandle = arguments => new(IsWorthAnotherTry(arguments)),
                DelayGenerator = arguments => new(FailureOf(arguments.Outcome.Exception)?.RetryAfter),
                OnRetry = BeforeWaiting,
            })
            .Build();
    }

    /// <summary>Sends by <paramref name="attempt"/> until it succeeds.</summary>
    /// <exception cref="RequestFailedException">The last failure, when another try is not worth it.</exception>
    public async Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken) =>
        await _pipeline.ExecuteAsync(
            async token =>
            {
                _meter.Resumed();
                await WaitForOthersAsync(token);
                return await attempt(token);
            },
            cancellationToken);

    private static RequestFailure? FailureOf(Exception? exception) => (exception as RequestFailedException)?.Failure;

    private bool IsWorthAnotherTry(RetryPredicateArguments<object> arguments) =>
        FailureOf(arguments.Outcome.Exception) is { } failure
        && arguments.AttemptNumber < failure.Retries(_options.MaximumRetries);

    private ValueTask BeforeWaiting(OnRetryArguments<object> arguments)
    {
        var exception = (RequestFailedException)arguments.Outcome.Exception!;
        if (exception.Failure is { Status: 429 or 503, RetryAfter: { } wait })
        {
            // Before the budget is looked at: who gives up must keep the other links from asking too early as well.
            _gate.Close(_time.GetUtcNow() + wait, exception.Failure);
        }

        if (!_meter.TryWait(arguments.RetryDelay))
        {
            throw new RequestFailedException(exception.Failure, exception);
        }

        LogRetry(exception.Failure.Address.Host, arguments.RetryDelay, arguments.AttemptNumber + 1, exception.Failure.Reference);
        return ValueTask.CompletedTask;
    }

    private async Task WaitForOthersAsync(CancellationToken cancellationToken)
    {
        while (_gate.Closed(_time.GetUtcNow()) is { RetryAfter: { } wait } cause)
        {
            if (!_meter.TryWait(wait))
            {
                throw new RequestFailedException(cause);
            }

            await Task.Delay(wait, _time, cancellationToken);
            _meter.Resumed();
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Host} is asked again in {Wait}, try {Attempt} having failed: {Reference}.")]
    private partial void LogRetry(string host, TimeSpan wait, int attempt, string reference);
}
