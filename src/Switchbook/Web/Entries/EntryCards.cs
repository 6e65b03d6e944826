using System.Collections.Immutable;
using PhoneNumbers;
using Switchbook.Numbers;
using Switchbook.PhoneDirectory;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Entries;

/// <summary>Makes the card of an entry.</summary>
internal sealed class EntryCards(Wording T)
{
    private const int MostOthers = 5;

    /// <returns>Null when the entry has gone.</returns>
    public EntryCardView? Make(DirectorySnapshot snapshot, string id)
    {
        if (!snapshot.TryFind(id, out var row))
        {
            return null;
        }

        var entry = snapshot[row];
        return new(
            entry.Id, entry.Name, entry.Number, T.Kind(entry.Kind), T.Source(entry.Source), entry.PersonId,
            [.. Forms(entry.Number, snapshot.RegionOf(row))],
            [.. Details(snapshot, row)],
            [.. Others(snapshot, entry)]);
    }

    private IEnumerable<(string, string)> Forms(string number, NumberRegion region)
    {
        var reading = NumberReader.Read(number, region);
        if (!reading.IsInternational)
        {
            yield return (T["Digits"], reading.NumberAndExtension.ToString());
            yield break;
        }

        yield return ("E.164", $"+{reading.Number}");
        var library = PhoneNumberUtil.GetInstance();
        var parsed = library.Parse($"+{reading.Number}", null);
        yield return (T["International"], library.Format(parsed, PhoneNumberFormat.INTERNATIONAL));
        yield return (T["National"], library.Format(parsed, PhoneNumberFormat.NATIONAL));
        yield return (T["Dialled from {0}", region.Code], library.FormatOutOfCountryCallingNumber(parsed, region.Code));
        if (!reading.Extension.IsEmpty)
        {
            yield return (T["Extension"], reading.Extension.ToString());
        }
    }

    private IEnumerable<(string, string)> Details(DirectorySnapshot snapshot, int row)
    {
        var person = snapshot.People[snapshot.Entries[row].Person];
        (string Label, int Place)[] all =
        [
            (T["Given name"], person.GivenName), (T["Surname"], person.Surname), (T["Mail"], person.Mail), (T["Title"], person.Title),
            (T["Department"], person.Department), (T["Company"], person.Company),
        ];
        return all.Select(detail => (detail.Label, snapshot.Texts.Text(detail.Place))).Where(detail => detail.Item2.Length > 0);
    }

    private static ImmutableArray<string> Others(DirectorySnapshot snapshot, DirectoryEntry entry) =>
        [.. snapshot.Lookup(entry.Number, limit: MostOthers + 1)
            .Where(other => other.Id != entry.Id && (other.PersonId ?? other.Id) != (entry.PersonId ?? entry.Id))
            .Take(MostOthers)
            .Select(other => $"{other.Name} {other.Number}")];
}
