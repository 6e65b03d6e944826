using Switchbook.Problems;

namespace Switchbook.Links;

/// <summary>One step of Test Connection.</summary>
/// <param name="Name">What it looked at.</param>
/// <param name="Detail">What it found, or why it was skipped.</param>
/// <param name="Problem">What is wrong and what to do; only of a failed step.</param>
internal sealed record TestStep(string Name, TestOutcome Outcome, TimeSpan Duration, string Detail, Problem? Problem = null);
