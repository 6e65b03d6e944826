using System.Xml.Linq;

namespace Switchbook.CardDav;

/// <summary>The namespaces of WebDAV (RFC 4918), CardDAV (RFC 6352), and Apple's tag of a collection.</summary>
internal static class DavNames
{
    public static readonly XNamespace Dav = "DAV:";
    public static readonly XNamespace Card = "urn:ietf:params:xml:ns:carddav";
    public static readonly XNamespace Server = "http://calendarserver.org/ns/";

    public static readonly XName AddressData = Card + "address-data";
    public static readonly XName Prop = Dav + "prop";
    public static readonly XName SyncToken = Dav + "sync-token";
    public static readonly XName Href = Dav + "href";
}
