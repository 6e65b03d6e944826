using System.Collections.Immutable;

namespace Switchbook.Graph;

/// <summary>One Entra user as a page gave it: the object ID and the values of each property that was asked for.</summary>
/// <param name="Id">The object ID.</param>
/// <param name="Values">
/// For each path of the <see cref="PropertySelection"/>, in its order, the strings found there: none when the property is
/// absent, null or an empty list; one for a string; several for a list of strings.
/// </param>
internal sealed record Person(string Id, ImmutableArray<ImmutableArray<string>> Values);
