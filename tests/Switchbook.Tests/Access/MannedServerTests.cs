namespace Switchbook.Tests.Access;

/// <summary>The tests that share a <see cref="MannedServer"/>.</summary>
[CollectionDefinition(nameof(MannedServerTests))]
public sealed class MannedServerTests : ICollectionFixture<MannedServer>;
