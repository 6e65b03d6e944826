using System.Xml;
using System.Xml.Linq;
using Microsoft.Net.Http.Headers;
using Switchbook.VCards;
using static Switchbook.CardDav.DavNames;

namespace Switchbook.CardDav;

/// <summary>Answers the methods of a read-only CardDAV server: OPTIONS, GET, HEAD, PROPFIND and REPORT.</summary>
internal sealed class DavHandler(CardBooks books)
{
    public static readonly string[] Methods = ["OPTIONS", "GET", "HEAD", "PROPFIND", "REPORT"];

    public async Task HandleAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers["DAV"] = "1, 3, access-control, addressbook";
        response.Headers.CacheControl = "private, no-cache";
        var book = books.Current(context);
        if (request.Method == HttpMethods.Options)
        {
            response.Headers.Allow = string.Join(", ", Methods);
        }
        else if (!DavPlace.TryFind(request.Path.Value ?? "", book, out var place))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (request.Method is "PROPFIND" or "REPORT")
        {
            await AskAsync(context, book, place);
        }
        else
        {
            await GetAsync(context, book, place);
        }
    }

    private async Task AskAsync(HttpContext context, CardBook book, DavPlace place)
    {
        XElement? body;
        try
        {
            body = await ReadAsync(context.Request, context.RequestAborted);
        }
        catch (XmlException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await (context.Request.Method == "PROPFIND"
            ? FindAsync(context, book, place, body)
            : new ReportAnswer(books, book).WriteAsync(context, place, body));
    }

    private static async Task FindAsync(HttpContext context, CardBook book, DavPlace place, XElement? body)
    {
        // Without the header it is infinite (RFC 4918, section 9.1), which nobody has to answer.
        var depth = context.Request.Headers["Depth"].ToString();
        if (depth is not ("0" or "1"))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, Dav + "propfind-finite-depth");
            return;
        }

        using var answer = new MultiStatus(context.Response);
        var names = body?.Element(Prop)?.Elements().Select(element => element.Name).ToArray();
        foreach (var at in depth == "0" ? [place] : place.Children(book).Prepend(place))
        {
            var found = (names ?? DavProperties.Usual).Select(name => DavProperties.Get(name, at, book)).OfType<XElement>().ToList();
            var missing = (names ?? []).Where(name => !found.Exists(element => element.Name == name)).ToList();
            await answer.AddAsync(at.Path(book), found, missing, context.RequestAborted);
        }

        await answer.EndAsync(null, context.RequestAborted);
    }

    private static async Task GetAsync(HttpContext context, CardBook book, DavPlace place)
    {
        var response = context.Response;
        response.ContentType = "text/plain; charset=utf-8";
        if (place.Kind != DavKind.Card)
        {
            await response.WriteAsync("This is an address book for CardDAV clients.\n", context.RequestAborted);
            return;
        }

        response.Headers.ETag = book.TagOf(place.Row);
        response.ContentType = "text/vcard; charset=utf-8";
        if (context.Request.Headers[HeaderNames.IfNoneMatch].Any(tag => tag == "*" || tag == book.TagOf(place.Row)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await response.WriteAsync(book.CardOf(place.Row, VCardVersion.Three), context.RequestAborted);
    }

    /// <summary>Names the condition that a request did not meet (RFC 4918, section 16).</summary>
    public static Task RefuseAsync(HttpContext context, int status, XName condition)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml; charset=utf-8";
        return context.Response.WriteAsync(new XElement(Dav + "error", new XElement(condition)).ToString(), context.RequestAborted);
    }

    private static async Task<XElement?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        if (body.Length == 0)
        {
            return null;
        }

        body.Position = 0;
        using var reader = XmlReader.Create(body, new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return (await XDocument.LoadAsync(reader, LoadOptions.None, cancellationToken)).Root;
    }
}
