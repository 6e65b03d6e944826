using CsCheck;
using Switchbook.Links;
using Switchbook.PhoneDirectory;
using Switchbook.Storage;
using Switchbook.Synchronization;
using Switchbook.Tests.PhoneDirectory;
using static Switchbook.Tests.Choice;

namespace Switchbook.Tests.History;

/// <summary>Random pasts: whatever happened, each version is seen as it was when it stood.</summary>
public sealed class PastDirectoryTests : IAsyncLifetime
{
    private static readonly Gen<DirectoryPerson> SomePerson = Gen.Select(
        Gen.Int[0, 7],
        OneOf("Adele", "Bo", "Chloë"),
        OneOf("401", "402", "403"),
        (id, name, number) => People.Person($"p{id}", name, number));

    private static readonly Gen<DirectoryPerson[]> SomePeople =
        SomePerson.Array[0, 6].Select(people => people.DistinctBy(person => person.Id).ToArray());

    private static readonly Gen<(int What, int Which, DirectoryPerson[] People)> Event = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2], SomePeople);

    private HistoryInstallation _past = null!;

    private LinkStore Links => _past.Installation.Get<LinkStore>();

    private ManualEntries Manual => _past.Installation.Get<ManualEntries>();

    public async ValueTask InitializeAsync()
    {
        _past = await HistoryInstallation.CreateAsync();
        await _past.Installation.AddLinkAsync("Link 0");
        await _past.Installation.AddLinkAsync("Link 1");
    }

    public ValueTask DisposeAsync() => _past.DisposeAsync();

    [Fact]
    public async Task Going_back_gives_each_version_as_it_stood_and_differences_lead_from_one_to_another()
    {
        var stood = new SortedDictionary<long, IReadOnlyList<string>>();
        await Event.Array[12].SampleAsync(
            async events =>
            {
                foreach (var happened in events)
                {
                    await HappenAsync(happened.What, happened.Which, happened.People);
                    var now = await _past.ServedAsync();
                    stood[now.Version] = HistoryInstallation.Lines(now);
                }
            },
            iter: 8,
            threads: 1);

        var kept = await _past.History.ListAsync(int.MaxValue, null, HistoryInstallation.Cancellation);
        Assert.Equal(stood.Keys.Where(version => version > 0).Reverse(), kept.Select(version => version.Version));
        foreach (var version in kept)
        {
            var seen = await VersionAsync(version.Version);
            Assert.Equal(stood[version.Version], HistoryInstallation.Lines(seen));
        }

        foreach (var (from, to) in kept.Zip(kept.Skip(7)))
        {
            Assert.Equal(await EntriesAsync(to.Version), await AppliedAsync(from.Version, to.Version));
            Assert.Equal(await EntriesAsync(from.Version), await AppliedAsync(to.Version, from.Version));
        }
    }

    [Fact]
    public async Task The_stored_form_gives_back_what_was_stored() =>
        await Gen.Select(Gen.Int[0, 300], Gen.String, Gen.Byte.Array.Null()).Select((source, person, data) => new PersonState(source, person, data)).Array
            .SampleAsync(async states => Assert.Equal(
                states.Select(Text),
                UndoRecord.Read(await UndoRecord.WriteAsync(states)).Select(Text)));

    private static (int, string, string?) Text(PersonState state) =>
        (state.Source, state.PersonId, state.Data is null ? null : Convert.ToHexString(state.Data));

    private async Task HappenAsync(int what, int which, DirectoryPerson[] people)
    {
        var links = await Links.ListAsync(HistoryInstallation.Cancellation);
        var manual = await Manual.ListAsync(HistoryInstallation.Cancellation);
        switch (what)
        {
            case 0:
                await Manual.AddAsync($"Door {which}", "401", HistoryInstallation.Cancellation);
                break;
            case 1 when manual.Count > 0:
                await Manual.RemoveAsync(manual[0].Id, HistoryInstallation.Cancellation);
                break;
            case 2:
                await Links.OrderAsync([links[^1].Name], HistoryInstallation.Cancellation);
                break;
            case 3 when which == 0:
                await Links.RemoveAsync(links[0].Name, HistoryInstallation.Cancellation);
                await _past.Installation.AddLinkAsync($"Link {links[^1].Id + 1}");
                break;
            case 4 when which == 0:
                await Links.EditAsync(links[0].Name, links[0] with { Name = $"{links[0].Name}a" }, null, HistoryInstallation.Cancellation);
                break;
            default:
                await _past.RunAsync(links[which % links.Length], people);
                break;
        }
    }

    private Task<DirectorySnapshot> VersionAsync(long version) =>
        _past.Installation.Get<DirectoryLoader>().LoadVersionAsync(version, HistoryInstallation.Cancellation);

    private async Task<IEnumerable<(string, string, string)>> EntriesAsync(long version)
    {
        var snapshot = await VersionAsync(version);
        return Enumerable.Range(0, snapshot.EntryCount)
            .Select(row => (snapshot[row].PersonId ?? snapshot[row].Id, snapshot[row].Name, snapshot[row].Number))
            .Order();
    }

    /// <summary>The entries of one version with the differences to another applied.</summary>
    private async Task<IEnumerable<(string, string, string)>> AppliedAsync(long from, long to)
    {
        var entries = (await EntriesAsync(from)).ToList();
        foreach (var change in await _past.History.DiffAsync(from, to, HistoryInstallation.Cancellation))
        {
            var old = change.Before ?? new EntryText(change.Name, change.Number);
            if (change.Kind != ChangeKind.Added)
            {
                Assert.True(entries.Remove((change.Person, old.Name, old.Number)));
            }

            if (change.Kind != ChangeKind.Removed)
            {
                entries.Add((change.Person, change.Name, change.Number));
            }
        }

        return entries.Order();
    }
}
