using System.Xml.Linq;
using static Switchbook.CardDav.DavNames;

namespace Switchbook.CardDav;

/// <summary>The properties of places (RFC 4918, 3744, 5397, 6352, 6578); everything is read-only.</summary>
internal static class DavProperties
{
    /// <summary>What <c>allprop</c> gives; the others are given by name (RFC 4918, section 9.1).</summary>
    public static readonly XName[] Usual =
        [Dav + "resourcetype", Dav + "displayname", Dav + "getetag", Dav + "getcontenttype", Dav + "current-user-principal", SyncToken];

    /// <summary>A property with its value; null when the place has none of that name.</summary>
    public static XElement? Get(XName name, DavPlace place, CardBook book) => (name.Namespace == Dav, name.LocalName) switch
    {
        (true, "resourcetype") => new(name, Types(place.Kind)),
        (true, "displayname") when place.Kind != DavKind.Card => new(name, "Switchbook"),
        (true, "current-user-principal" or "owner" or "principal-URL") => new(name, Reference(DavPlace.Principal)),
        (true, "current-user-privilege-set") => new(
            name, Privilege("read"), Privilege("read-current-user-privilege-set")),
        (true, "getetag") when place.Kind == DavKind.Card => new(name, book.TagOf(place.Row)),
        (true, "getcontenttype") when place.Kind == DavKind.Card => new(name, "text/vcard; charset=utf-8"),
        (true, "sync-token") when place.Kind == DavKind.Book => new(name, book.Token),
        (true, "supported-report-set") when place.Kind == DavKind.Book => new(
            name, Report(Card + "addressbook-multiget"), Report(Card + "addressbook-query"), Report(Dav + "sync-collection")),
        _ when name == Server + "getctag" && place.Kind == DavKind.Book => new(name, book.Token),
        _ when name == Card + "addressbook-home-set" && place.Kind == DavKind.Principal => new(name, Reference(DavPlace.Home)),
        _ when name == Card + "addressbook-description" && place.Kind == DavKind.Book => new(name, "The system directory that phones see."),
        _ when name == Card + "supported-address-data" && place.Kind == DavKind.Book => new(name, DataType("3.0"), DataType("4.0")),
        _ => null,
    };

    private static XElement[] Types(DavKind kind) => kind switch
    {
        DavKind.Principal => [new(Dav + "principal")],
        DavKind.Book => [new(Dav + "collection"), new(Card + "addressbook")],
        DavKind.Card => [],
        _ => [new(Dav + "collection")],
    };

    private static XElement Reference(string path) => new(Href, path);

    private static XElement Privilege(string name) => new(Dav + "privilege", new XElement(Dav + name));

    private static XElement Report(XName name) => new(Dav + "supported-report", new XElement(Dav + "report", new XElement(name)));

    private static XElement DataType(string version) =>
        new(Card + "address-data-type", new XAttribute("content-type", "text/vcard"), new XAttribute("version", version));
}
