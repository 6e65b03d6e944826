using Switchbook.Numbers;
using Switchbook.PhoneDirectory;

namespace Switchbook.CardDav;

/// <summary>
/// An address book as it stands, and what changed between those that clients have seen. The past is kept in memory alone: who names
/// a token from before it is told so and reads everything again (RFC 6578, section 3.2).
/// </summary>
internal sealed class CardHistory(NumberPolicy policy)
{
    /// <summary>The most changes that are kept; beyond, reading everything is no dearer.</summary>
    private const int MostChanges = 100_000;

    private readonly Lock _one = new();
    private readonly List<(string From, IReadOnlyList<string> Ids)> _steps = [];
    private CardBook? _book;

    public CardBook Current(DirectorySnapshot snapshot)
    {
        lock (_one)
        {
            return Refresh(snapshot);
        }
    }

    /// <summary>The book, and the IDs of the cards that changed since a token; null when the token is not known.</summary>
    public (CardBook Book, IReadOnlyCollection<string>? Changes) Since(DirectorySnapshot snapshot, string token)
    {
        lock (_one)
        {
            var book = Refresh(snapshot);
            if (token == book.Token)
            {
                return (book, []);
            }

            var step = _steps.FindLastIndex(step => step.From == token);
            return (book, step < 0 ? null : _steps.Skip(step).SelectMany(known => known.Ids).ToHashSet(StringComparer.Ordinal));
        }
    }

    /// <summary>Every token that a client has came from here, so books that nobody asked for need no step.</summary>
    private CardBook Refresh(DirectorySnapshot snapshot)
    {
        if (_book is null || _book.Snapshot != snapshot)
        {
            var book = new CardBook(snapshot, policy);
            if (_book is not null && _book.Token != book.Token)
            {
                _steps.Add((_book.Token, book.ChangesSince(_book)));
                while (_steps.Sum(step => step.Ids.Count) > MostChanges)
                {
                    _steps.RemoveAt(0);
                }
            }

            _book = book;
        }

        return _book;
    }
}
