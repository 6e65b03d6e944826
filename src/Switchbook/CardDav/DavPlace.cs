using System.Runtime.InteropServices;

namespace Switchbook.CardDav;

/// <summary>A place in the tree that clients walk: root, principal, home of address books, the address book, a card.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Row">The person's row, for a card.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DavPlace(DavKind Kind, int Row = -1)
{
    public const string Root = "/dav/";
    public const string Principal = "/dav/principal/";
    public const string Home = "/dav/books/";
    public const string Book = "/dav/books/directory/";

    private const string CardSuffix = ".vcf";

    public static string CardPath(string id) => $"{Book}{Uri.EscapeDataString(id)}{CardSuffix}";

    /// <summary>Finds a place by its path, with or without a slash at the end; false when there is none.</summary>
    public static bool TryFind(string path, CardBook book, out DavPlace place)
    {
        place = path.TrimEnd('/') switch
        {
            "/dav" => new(DavKind.Root),
            "/dav/principal" => new(DavKind.Principal),
            "/dav/books" => new(DavKind.Home),
            "/dav/books/directory" => new(DavKind.Book),
            var card when IdOf(card) is { } id && book.TryFind(id, out var row) => new(DavKind.Card, row),
            _ => new(DavKind.None),
        };
        return place.Kind != DavKind.None;
    }

    public string Path(CardBook book) => Kind switch
    {
        DavKind.Root => Root,
        DavKind.Principal => Principal,
        DavKind.Home => Home,
        DavKind.Book => Book,
        _ => CardPath(book.IdOf(Row)),
    };

    /// <summary>The places right below it.</summary>
    public IEnumerable<DavPlace> Children(CardBook book) => Kind switch
    {
        DavKind.Root => [new(DavKind.Principal), new(DavKind.Home)],
        DavKind.Home => [new(DavKind.Book)],
        DavKind.Book => Enumerable.Range(0, book.Count).Select(row => new DavPlace(DavKind.Card, row)),
        _ => [],
    };

    private static string? IdOf(string path) =>
        path.StartsWith(Book, StringComparison.Ordinal) && path.EndsWith(CardSuffix, StringComparison.Ordinal)
            ? path[Book.Length..^CardSuffix.Length]
            : null;
}
