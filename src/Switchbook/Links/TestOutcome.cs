namespace Switchbook.Links;

/// <summary>How a step of Test Connection ended.</summary>
internal enum TestOutcome
{
    Passed,
    Failed,

    /// <summary>It has nothing to do for this link, or an earlier one failed.</summary>
    Skipped,
}
