using Switchbook.Access.Views;
using Switchbook.PhoneDirectory;
using Switchbook.Tests.PhoneDirectory;
using Switchbook.Views;

namespace Switchbook.Tests.Views;

public sealed class ViewedDirectoryTests
{
    private readonly CurrentDirectory _directory = new();
    private readonly ViewedDirectory _views;

    public ViewedDirectoryTests()
    {
        _views = new(_directory);
        _directory.Publish(Whole());
    }

    [Fact]
    public void A_view_holds_its_sources_kinds_and_fields_and_nothing_else_of_anybody()
    {
        var seen = _views.For(View() with { Sources = "North\nmanual", Kinds = "businessPhones", Fields = "department" });

        Assert.Equal(["Adele Vance +44 1632 960001", "Front desk 100"], Lines(seen));
        Assert.Equal(["manual", "North"], seen.Sources.Select(source => source.Name));
        Assert.Empty(seen.Lookup("01632960111"));
        Assert.Empty(seen.Search("Dana", 10));
        var adele = seen.PersonAt(Enumerable.Range(0, seen.PersonCount).Single(row => seen.Texts.Text(seen.People[row].Name) == "Adele Vance"), Switchbook.Numbers.NumberPolicy.Stored);
        Assert.Equal((null, "Sales"), (adele.Mail, adele.Department));
    }

    [Fact]
    public void What_is_not_limited_is_as_in_the_whole_directory()
    {
        var seen = _views.For(View());

        Assert.Equal(Lines(_directory.Snapshot), Lines(seen));
        Assert.Equal(
            Enumerable.Range(0, seen.EntryCount).Select(_directory.Snapshot.IdOf),
            Enumerable.Range(0, seen.EntryCount).Select(seen.IdOf));
        Assert.Equal(_directory.Snapshot.DefaultRegion, seen.DefaultRegion);
        Assert.Equal(["Dana Swope"], seen.Lookup("01632 960002").Select(entry => entry.Name));
    }

    [Fact]
    public void Entries_made_by_hand_are_in_a_view_by_their_source_alone()
    {
        Assert.Equal(["Front desk 100"], Lines(_views.For(View() with { Sources = "manual", Kinds = "mobilePhone" })));
        Assert.Equal(["Adele Vance M +44 1632 960111"], Lines(_views.For(View() with { Sources = "NORTH", Kinds = "mobilephone" })));
        Assert.Empty(Lines(_views.For(ClientView.Nothing)));
    }

    [Fact]
    public void Without_a_view_a_client_gets_the_published_snapshot_itself() => Assert.Same(_directory.Snapshot, _views.For((ClientView?)null));

    [Fact]
    public void Clients_with_views_of_the_same_content_share_a_snapshot_that_is_renewed_with_the_directory()
    {
        var before = _views.For(View() with { Kinds = "businessPhones" });
        Assert.Same(before, _views.For(View() with { Kinds = "businessPhones" }));
        Assert.NotSame(before, _views.For(View() with { Kinds = "mobilePhone" }));

        _directory.Publish(People.Directory(People.Link("North", People.Person("3", "Eve Porter", "+441632960003"))));

        Assert.Equal(["Eve Porter +441632960003"], Lines(_views.For(View() with { Kinds = "businessPhones" })));
    }

    [Fact]
    public void Data_of_a_view_is_not_older_than_the_view()
    {
        var changed = _directory.Snapshot.DataFrom.AddHours(1);

        Assert.Equal(changed, _views.For(View() with { ChangedAt = changed }).DataFrom);
        Assert.Equal(_directory.Snapshot.DataFrom, _views.For(View()).DataFrom);
    }

    internal static DirectorySnapshot Whole(long version = 1) => DirectorySnapshot.Build(
        version,
        DateTimeOffset.UnixEpoch,
        [
            People.Manual(("m1", "Front desk", "100")),
            People.Link(
                "North",
                (People.Person("1", "Adele Vance", "+44 1632 960001") with { Mail = "adele@north.example", Department = "Sales" }).WithMobile("+44 1632 960111")),
            People.Link("South", People.Person("2", "Dana Swope", "+44 1632 960002") with { Mail = "dana@south.example" }),
        ],
        new DirectoryOptions());

    private static ClientView View() => new() { Name = "view", ChangedAt = DateTimeOffset.UnixEpoch };

    private static IEnumerable<string> Lines(DirectorySnapshot snapshot) =>
        Enumerable.Range(0, snapshot.EntryCount).Select(ordinal => $"{snapshot[ordinal].Name} {snapshot[ordinal].Number}");
}
