using System.Collections.Immutable;
using Switchbook.Graph;

namespace Switchbook.Links;

/// <summary>What Test Connection found, step by step.</summary>
/// <param name="Steps">All steps, the skipped ones too.</param>
/// <param name="People">The first few people, with the properties that were asked for.</param>
/// <param name="GroupName">The group's name; null for a tenant, or when it was not reached.</param>
/// <param name="GroupSize">How many people Graph counts in the group; null for a tenant, or when it was not reached.</param>
internal sealed record ConnectionTestResult(
    ImmutableArray<TestStep> Steps, ImmutableArray<Person> People, string? GroupName, int? GroupSize)
{
    public bool Passed => Steps.All(step => step.Outcome != TestOutcome.Failed);
}
