using System.Collections.Concurrent;
using Switchbook.Access.Clients;
using Switchbook.Phonebooks;
using Switchbook.Views;

namespace Switchbook.CardDav;

/// <summary>The address books: one of the whole directory, and one of each view that somebody asked for.</summary>
internal sealed class CardBooks(ViewedDirectory directory, NumberPolicies policies)
{
    private readonly ConcurrentDictionary<string, CardHistory> _ofViews = new(StringComparer.Ordinal);

    public CardBook Current(HttpContext context) => Of(context).Current(directory.For(context));

    /// <summary>The book, and the IDs of the cards that changed since a token; null when the token is not known.</summary>
    public (CardBook Book, IReadOnlyCollection<string>? Changes) Since(HttpContext context, string token) =>
        Of(context).Since(directory.For(context), token);

    private CardHistory Of(HttpContext context) => _ofViews.GetOrAdd(
        RequestClient.ViewOf(context)?.Name ?? "",
        static (_, policy) => new(policy),
        policies.Of(NumberPolicies.CardDav));
}
