using Microsoft.EntityFrameworkCore;
using Switchbook.PhoneDirectory;
using Switchbook.Storage;

namespace Switchbook.Synchronization;

/// <summary>What leads from the people who stand now back to those of a version.</summary>
internal sealed class PastPeople
{
    private readonly Dictionary<(int Source, string Person), byte[]?> _before = [];

    private PastPeople()
    {
    }

    /// <summary>Leads nowhere: the latest version is what stands.</summary>
    public static PastPeople Latest { get; } = new();

    /// <summary>Goes back through every version after <paramref name="version"/>; the last word on a person is the earliest.</summary>
    public static async Task<PastPeople> OfAsync(SwitchbookContext context, long version, CancellationToken cancellationToken)
    {
        var past = new PastPeople();
        var later = context.Versions.Where(row => row.Id > version).OrderByDescending(row => row.Id).Select(row => row.Undo);
        await foreach (var undo in later.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var state in UndoRecord.Read(undo))
            {
                past._before[(state.Source, state.PersonId)] = state.Data;
            }
        }

        return past;
    }

    /// <summary>The people of one source at that version, in any order.</summary>
    /// <param name="source">See <see cref="PersonState.Source"/>.</param>
    /// <param name="now">Those who stand.</param>
    /// <param name="id">The ID of one who stands.</param>
    /// <param name="read">Makes a person of one who stands.</param>
    public IEnumerable<DirectoryPerson> Of<T>(int source, IEnumerable<T> now, Func<T, string> id, Func<T, DirectoryPerson> read)
    {
        var unchanged = now.Where(person => !_before.ContainsKey((source, id(person)))).Select(read);
        var changed = _before.Where(pair => pair.Key.Source == source).Select(pair => pair.Value).OfType<byte[]>();
        return unchanged.Concat(changed.Select(data => PersonJson.Read(data)));
    }
}
