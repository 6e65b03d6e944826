using CsCheck;
using Switchbook.SimulatedTenant.People;

namespace Switchbook.SimulatedTenant.Tests.People;

public sealed class ObjectIdsTests
{
    [Fact]
    public void The_place_of_an_ID_is_found_again() =>
        Gen.Select(Gen.Int, Gen.Int[0, 2_000_000]).Sample((seed, index) =>
        {
            var ids = new ObjectIds(seed, kind: 1);
            return ids.TryFind(ids.Of(index), out var found) && found == index;
        });

    [Fact]
    public void An_ID_that_was_not_made_is_not_found() =>
        Gen.Select(Gen.Int, Gen.Guid).Sample((seed, id) => !new ObjectIds(seed, kind: 1).TryFind(id, out _));
}
