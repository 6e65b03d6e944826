namespace Switchbook.Tests.Architecture;

/// <summary>Tells every breach in full; collection assertions cut them short.</summary>
internal static class Rule
{
    public static void Holds(IEnumerable<string> breaches)
    {
        var told = string.Join('\n', breaches);
        Assert.True(told.Length == 0, told);
    }
}
