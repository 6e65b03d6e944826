using System.Collections.Immutable;

namespace Switchbook.Synchronization;

/// <summary>A person whose number in Teams is not among those of the contact card.</summary>
/// <param name="Person">The object ID.</param>
/// <param name="Name">By the link's name field; empty when there is none.</param>
/// <param name="TeamsNumber">The primary number that Teams assigned.</param>
/// <param name="BusinessPhones">What the contact card has; often nothing.</param>
internal sealed record TeamsDifference(
    string Person, string Name, string Mail, string Department, string TeamsNumber, ImmutableArray<string> BusinessPhones);
