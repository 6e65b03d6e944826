namespace Switchbook.CallerId;

/// <summary>What a look-up answers as JSON.</summary>
/// <param name="Name">The name to show; null when nobody has the number.</param>
/// <param name="Matches">Everybody who matches equally well, best first.</param>
internal sealed record CallerIdAnswer(string? Name, IReadOnlyList<CallerIdMatch> Matches);
