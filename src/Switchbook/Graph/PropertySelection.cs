using System.Collections.Immutable;

namespace Switchbook.Graph;

/// <summary>The user properties that a run reads, each once.</summary>
/// <param name="paths">
/// Property names; <c>/</c> goes into an object (<c>onPremisesExtensionAttributes/extensionAttribute1</c>).
/// </param>
internal sealed class PropertySelection(IEnumerable<string> paths)
{
    /// <summary>The paths, in the order of <see cref="Person.Values"/>.</summary>
    public ImmutableArray<string> Paths { get; } = [.. paths.Distinct(StringComparer.Ordinal)];

    /// <summary>The value of <c>$select</c>: the object ID and the first step of every path that Graph knows of users, each once.</summary>
    public string Select =>
        string.Join(',', Paths.Where(path => !TeamsNumbers.IsOne(path)).Select(path => path.Split('/')[0]).Prepend("id").Distinct(StringComparer.Ordinal));

    /// <summary>Where <paramref name="path"/> stands in <see cref="Person.Values"/>; -1 when it is not read.</summary>
    public int IndexOf(string path) => Paths.IndexOf(path);
}
