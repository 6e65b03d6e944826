namespace Switchbook.Graph;

/// <summary>A read that is known to be whole.</summary>
/// <param name="People">Each person once, as last listed, in the order in which Graph first listed them.</param>
/// <param name="Repeated">How often a person was listed again.</param>
/// <param name="Restarts">How often the read began anew because Graph forgot where it stood.</param>
/// <param name="Progress">Pages, requests and waiting of the whole read, what was dropped included.</param>
internal sealed record PeopleRead<T>(IReadOnlyList<T> People, int Repeated, int Restarts, ReadProgress Progress);
