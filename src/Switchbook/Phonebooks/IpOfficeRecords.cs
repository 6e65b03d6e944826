using System.Collections;
using System.Globalization;
using Switchbook.Numbers;
using Switchbook.PhoneDirectory;

namespace Switchbook.Phonebooks;

/// <summary>
/// The entries of a snapshot as records that a PBX keeps. IP Office drops a record whose name or number it has already, in
/// the order of arrival; so names are made unique here, and of entries that share a number the first one stands.
/// </summary>
/// <remarks>Manual entries come first, then the links' in the snapshot's order: the same directory gives the same records.</remarks>
internal sealed class IpOfficeRecords(DirectorySnapshot snapshot, NumberPolicy policy) : IEnumerable<(string Name, string Number)>
{
    public IEnumerator<(string Name, string Number)> GetEnumerator()
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var repeats = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (entry, region) in Entries(manual: true).Concat(Entries(manual: false)))
        {
            var number = policy.Write(entry.Number, region);
            if (number.Length > 0 && numbers.Add(number))
            {
                yield return (Unique(entry.Name, names, repeats), number);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The name, or the name with the first of <c>(2)</c>, <c>(3)</c>… that nobody has.</summary>
    private static string Unique(string name, HashSet<string> names, Dictionary<string, int> repeats)
    {
        var unique = name;
        while (!names.Add(unique))
        {
            var repeat = repeats.GetValueOrDefault(name, 1) + 1;
            repeats[name] = repeat;
            unique = string.Create(CultureInfo.InvariantCulture, $"{name} ({repeat})");
        }

        return unique;
    }

    private IEnumerable<(DirectoryEntry Entry, NumberRegion Region)> Entries(bool manual)
    {
        for (var ordinal = 0; ordinal < snapshot.EntryCount; ordinal++)
        {
            var entry = snapshot[ordinal];
            if (entry.Source == DirectorySource.Manual == manual)
            {
                yield return (entry, snapshot.RegionOf(ordinal));
            }
        }
    }
}
