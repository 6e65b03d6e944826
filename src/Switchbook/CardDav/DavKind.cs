namespace Switchbook.CardDav;

/// <summary>The kinds of place in the tree.</summary>
internal enum DavKind
{
    None,
    Root,
    Principal,
    Home,
    Book,
    Card,
}
