using Switchbook.PhoneDirectory;

namespace Switchbook.Synchronization;

/// <summary>Compares the entries of one person before and after.</summary>
/// <remarks>
/// Equal entries match first, so that a new order changes nothing; what is left over matches in order within its kind and is
/// <em>changed</em>; the rest is added or removed.
/// </remarks>
internal static class EntryComparison
{
    public static IEnumerable<EntryChange> Compare(string personId, DirectoryPerson? before, DirectoryPerson? after)
    {
        var gone = Without(before, after);
        var come = Without(after, before);
        foreach (var number in come)
        {
            var earlier = gone.FindIndex(candidate => candidate.Kind == number.Kind);
            if (earlier < 0)
            {
                yield return new(ChangeKind.Added, personId, number.Name, number.Number);
                continue;
            }

            yield return new(
                ChangeKind.Changed,
                personId,
                number.Name,
                number.Number,
                new EntryText(gone[earlier].Name, gone[earlier].Number));
            gone.RemoveAt(earlier);
        }

        foreach (var number in gone)
        {
            yield return new(ChangeKind.Removed, personId, number.Name, number.Number);
        }
    }

    private static List<DirectoryNumber> Without(DirectoryPerson? person, DirectoryPerson? other)
    {
        if (person is null)
        {
            return [];
        }

        return other is null
            ? [.. person.Numbers]
            : [.. person.Numbers.Where(number => !other.Numbers.Contains(number))];
    }
}
