using System.Collections.Immutable;

namespace Switchbook.Tracing;

/// <summary>One step on a person's way into the directory.</summary>
/// <param name="Name">What is asked, such as <c>group</c>, <c>filter accountEnabled</c> or <c>number mobilePhone=M</c>.</param>
/// <param name="Verdict">What the step does.</param>
/// <param name="Raw">The values as they came.</param>
/// <param name="Final">What the step makes of them.</param>
/// <param name="Detail">One sentence for people.</param>
internal sealed record TraceStep(
    string Name, TraceVerdict Verdict, ImmutableArray<string> Raw, ImmutableArray<string> Final, string Detail);
