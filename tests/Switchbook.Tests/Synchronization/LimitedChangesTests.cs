using CsCheck;
using Switchbook.Synchronization;
using static Switchbook.Tests.Choice;

namespace Switchbook.Tests.Synchronization;

/// <summary>Against a plain model: what phones see before and after, compared as sets.</summary>
public sealed class LimitedChangesTests
{
    private static readonly Gen<HashSet<EntryKey>> Entries =
        Gen.Select(OneOf("p", "q", "r"), OneOf("401", "402", "403", "404"), (person, number) => new EntryKey(person, person, number))
            .Array[0, 8].Select(keys => keys.ToHashSet());

    [Fact]
    public void The_changes_seen_lead_from_what_phones_saw_to_what_they_see() =>
        Gen.Select(Entries, Entries, Gen.Int[0, 5], Gen.Int[0, 5]).Sample((before, after, skipBefore, skipAfter) =>
        {
            List<EntryKey> outBefore = [.. before.Skip(skipBefore)];
            List<EntryKey> outAfter = [.. after.Skip(skipAfter)];
            var changes = before.Except(after).Select(key => new EntryChange(ChangeKind.Removed, key.Person, key.Name, key.Number))
                .Concat(after.Except(before).Select(key => new EntryChange(ChangeKind.Added, key.Person, key.Name, key.Number)));

            HashSet<EntryKey> seen = [.. before.Except(outBefore)];
            foreach (var change in LimitedChanges.Seen(changes, outBefore, outAfter))
            {
                var key = new EntryKey(change.Person, change.Name, change.Number);
                Assert.True(change.Kind == ChangeKind.Removed ? seen.Remove(key) : seen.Add(key));
            }

            Assert.True(seen.SetEquals(after.Except(outAfter)));
        });

    [Theory]
    [InlineData(false, false, "Changed")]
    [InlineData(true, false, "Added")]
    [InlineData(false, true, "Removed")]
    [InlineData(true, true, null)]
    public void A_changed_entry_is_told_as_phones_see_it(bool wasOut, bool isOut, string? kind)
    {
        var change = new EntryChange(ChangeKind.Changed, "p", "Adele", "403", new EntryText("Adele", "402"));

        var seen = LimitedChanges.Seen(
            [change],
            wasOut ? [new EntryKey("p", "Adele", "402")] : [],
            isOut ? [new EntryKey("p", "Adele", "403")] : []);

        Assert.Equal(kind, seen.SingleOrDefault()?.Kind.ToString());
    }
}
