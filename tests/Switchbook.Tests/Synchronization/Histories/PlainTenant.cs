using System.Collections.Immutable;

namespace Switchbook.Tests.Synchronization.Histories;

/// <summary>The tenant: its people by slot, and who is in a group and in the group within it.</summary>
internal sealed record PlainTenant(ImmutableArray<PlainPerson> People, ImmutableHashSet<int> Members, ImmutableHashSet<int> InnerMembers);
