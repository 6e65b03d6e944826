namespace Switchbook.Graph;

/// <summary>What holds for all requests of one session.</summary>
/// <param name="RequestTimeout">The longest time for one request with its whole answer.</param>
/// <param name="Interactive">Someone waits for the answer.</param>
internal sealed record SessionRules(
    TimeSpan RequestTimeout, bool Interactive, ReadMeter Meter, GraphSurroundings Surroundings);
