using System.Collections.Immutable;

namespace Switchbook.Mapping;

/// <summary>What one rule says of one person.</summary>
/// <param name="Reason">What being left out by this rule is counted as.</param>
/// <param name="Property">What the rule looks at.</param>
/// <param name="Values">What it found there.</param>
/// <param name="IsOut">Whether it leaves the person out.</param>
internal sealed record AudienceVerdict(SkipReason Reason, string Property, ImmutableArray<string> Values, bool IsOut);
