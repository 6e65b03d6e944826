using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Switchbook.Numbers;
using Switchbook.PhoneDirectory;
using Switchbook.VCards;

namespace Switchbook.CardDav;

/// <summary>
/// The cards of one snapshot: a card a person. Its token is made of what the cards say, so it is the same after a restart and in
/// every process as long as nobody changes.
/// </summary>
internal sealed class CardBook
{
    private readonly NumberPolicy _policy;
    private readonly ulong[] _tags;
    private readonly Dictionary<ulong, int> _rows;

    public CardBook(DirectorySnapshot snapshot, NumberPolicy policy)
    {
        (Snapshot, _policy) = (snapshot, policy);
        _tags = new ulong[snapshot.People.Count];
        _rows = new(_tags.Length);
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var row = 0; row < _tags.Length; row++)
        {
            var id = snapshot.Texts[snapshot.People[row].Id];
            _tags[row] = EntryIds.Of(Encoding.UTF8.GetBytes(CardOf(row, VCardVersion.Three)).AsSpan());
            _rows[EntryIds.Of(id)] = row;
            all.AppendData(id);
            all.AppendData(BitConverter.GetBytes(_tags[row]));
        }

        Token = $"urn:switchbook:{Convert.ToHexStringLower(all.GetHashAndReset().AsSpan(0, 16))}";
    }

    public DirectorySnapshot Snapshot { get; }

    /// <summary>What a client names to get only what changed since (RFC 6578, section 3.2); a URI.</summary>
    public string Token { get; }

    public int Count => _tags.Length;

    public string IdOf(int row) => Snapshot.Texts.Text(Snapshot.People[row].Id);

    public DirectoryPerson PersonAt(int row) => Snapshot.PersonAt(row, _policy);

    public string TagOf(int row) => string.Create(CultureInfo.InvariantCulture, $"\"{_tags[row]:x16}\"");

    public string CardOf(int row, VCardVersion version)
    {
        var card = new StringBuilder();
        VCard.Write(card, PersonAt(row), version);
        return card.ToString();
    }

    public bool TryFind(string id, out int row) => _rows.TryGetValue(EntryIds.Of(Encoding.UTF8.GetBytes(id).AsSpan()), out row);

    /// <summary>The IDs of cards that are new, gone or other than in an earlier book.</summary>
    public IReadOnlyList<string> ChangesSince(CardBook earlier)
    {
        var changes = new List<string>();
        foreach (var (id, row) in _rows)
        {
            if (!earlier._rows.TryGetValue(id, out var before) || earlier._tags[before] != _tags[row])
            {
                changes.Add(IdOf(row));
            }
        }

        changes.AddRange(earlier._rows.Where(known => !_rows.ContainsKey(known.Key)).Select(known => earlier.IdOf(known.Value)));
        return changes;
    }
}
