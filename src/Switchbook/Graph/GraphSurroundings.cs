namespace Switchbook.Graph;

/// <summary>What a session takes from the outside: time, chance, and where it tells what happens.</summary>
internal sealed record GraphSurroundings(TimeProvider Time, Random Random, ILogger Logger);
