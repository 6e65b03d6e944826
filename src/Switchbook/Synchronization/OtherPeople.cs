using Microsoft.EntityFrameworkCore;
using Switchbook.PhoneDirectory;
using Switchbook.Storage;

namespace Switchbook.Synchronization;

/// <summary>What leads from the people who stand now to others: back to those of a version, or on to those after a run.</summary>
internal sealed class OtherPeople
{
    private readonly Dictionary<(int Source, string Person), byte[]?> _others = [];

    private OtherPeople()
    {
    }

    /// <summary>Who they are, from whichever source.</summary>
    public HashSet<string> Ids => [.. _others.Keys.Select(key => key.Person)];

    /// <summary>Leads nowhere: the latest version is what stands.</summary>
    public static OtherPeople Nobody { get; } = new();

    /// <summary>Leads to those who would stand with <paramref name="changes"/> to one link.</summary>
    public static OtherPeople After(int linkId, IEnumerable<PersonChange> changes)
    {
        var after = new OtherPeople();
        foreach (var change in changes)
        {
            after._others[(linkId, change.PersonId)] = change.After?.Listed;
        }

        return after;
    }

    /// <summary>Goes back through every version after <paramref name="version"/>; the last word on a person is the earliest.</summary>
    public static async Task<OtherPeople> OfAsync(SwitchbookContext context, long version, CancellationToken cancellationToken)
    {
        var others = new OtherPeople();
        var later = context.Versions.Where(row => row.Id > version).OrderByDescending(row => row.Id).Select(row => row.Undo);
        await foreach (var undo in later.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var state in UndoRecord.Read(undo))
            {
                others._others[(state.Source, state.PersonId)] = state.Data;
            }
        }

        return others;
    }

    /// <summary>The people of one source, in any order.</summary>
    /// <param name="source">See <see cref="PersonState.Source"/>.</param>
    /// <param name="now">Those who stand.</param>
    /// <param name="id">The ID of one who stands.</param>
    /// <param name="read">Makes a person of one who stands.</param>
    public IEnumerable<DirectoryPerson> Of<T>(int source, IEnumerable<T> now, Func<T, string> id, Func<T, DirectoryPerson> read)
    {
        var unchanged = now.Where(person => !_others.ContainsKey((source, id(person)))).Select(read);
        var changed = _others.Where(pair => pair.Key.Source == source).Select(pair => pair.Value).OfType<byte[]>();
        return unchanged.Concat(changed.Select(data => PersonJson.Read(data)));
    }
}
