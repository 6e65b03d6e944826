using CsCheck;

namespace Switchbook.Tests;

/// <summary>Generators that pick one of a few values.</summary>
internal static class Choice
{
    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
