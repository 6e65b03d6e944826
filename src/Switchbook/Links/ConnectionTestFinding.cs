namespace Switchbook.Links;

/// <summary>What one step found when nothing is wrong.</summary>
internal readonly record struct ConnectionTestFinding(TestOutcome Outcome, string Detail)
{
    public static ConnectionTestFinding Passed(string detail) => new(TestOutcome.Passed, detail);

    public static ConnectionTestFinding Skipped(string why) => new(TestOutcome.Skipped, why);
}
