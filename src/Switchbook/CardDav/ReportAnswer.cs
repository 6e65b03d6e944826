using System.Globalization;
using System.Xml.Linq;
using Switchbook.VCards;
using static Switchbook.CardDav.DavNames;

namespace Switchbook.CardDav;

/// <summary>Answers the reports that find cards: by name, by filter, and by what changed (RFC 6352, section 8; RFC 6578).</summary>
internal sealed class ReportAnswer(CardBooks books, CardBook current)
{
    public Task WriteAsync(HttpContext context, DavPlace place, XElement? report)
    {
        var name = place.Kind == DavKind.Book ? report?.Name : null;
        return name == Card + "addressbook-multiget" ? GetManyAsync(context, report!)
            : name == Card + "addressbook-query" ? QueryAsync(context, report!)
            : name == Dav + "sync-collection" ? SynchronizeAsync(context, report!)
            : DavHandler.RefuseAsync(context, StatusCodes.Status403Forbidden, Dav + "supported-report");
    }

    private async Task GetManyAsync(HttpContext context, XElement report)
    {
        var basePath = context.Request.PathBase.Value ?? "";
        using var answer = new MultiStatus(context.Response);
        foreach (var path in report.Elements(Href).Select(href => href.Value.Trim()))
        {
            // A path may come with the server's name before it, as it stands in an address.
            var plain = Uri.UnescapeDataString(Uri.TryCreate(path, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? whole.AbsolutePath : path);
            if (plain.StartsWith(basePath, StringComparison.Ordinal)
                && DavPlace.TryFind(plain[basePath.Length..], current, out var place) && place.Kind == DavKind.Card)
            {
                await AddAsync(answer, current, place.Row, report, context.RequestAborted);
            }
            else
            {
                answer.AddStatus(path, "404 Not Found");
            }
        }

        await answer.EndAsync(null, context.RequestAborted);
    }

    private async Task QueryAsync(HttpContext context, XElement report)
    {
        using var answer = new MultiStatus(context.Response);
        var filter = new CardFilter(report.Element(Card + "filter"));
        var left = Limit(report, Card);
        for (var row = 0; row < current.Count; row++)
        {
            if (!filter.Matches([.. VCard.Properties(current.PersonAt(row), VCardVersion.Three)]))
            {
                continue;
            }

            if (left-- == 0)
            {
                answer.AddStatus(DavPlace.Book, "507 Insufficient Storage", Dav + "number-of-matches-within-limits");
                break;
            }

            await AddAsync(answer, current, row, report, context.RequestAborted);
        }

        await answer.EndAsync(null, context.RequestAborted);
    }

    private async Task SynchronizeAsync(HttpContext context, XElement report)
    {
        var token = report.Element(SyncToken)?.Value.Trim() ?? "";
        var (book, changes) = token.Length == 0 ? (current, null) : books.Since(context, token);
        if (token.Length > 0 && changes is null)
        {
            await DavHandler.RefuseAsync(context, StatusCodes.Status403Forbidden, Dav + "valid-sync-token");
            return;
        }

        // An answer in parts would need tokens of parts (RFC 6578, section 3.6); who takes so little is better off with a query.
        if ((changes?.Count ?? book.Count) > Limit(report, Dav))
        {
            await DavHandler.RefuseAsync(context, StatusCodes.Status507InsufficientStorage, Dav + "number-of-matches-within-limits");
            return;
        }

        using var answer = new MultiStatus(context.Response);
        foreach (var id in changes ?? Enumerable.Range(0, book.Count).Select(book.IdOf))
        {
            if (book.TryFind(id, out var row))
            {
                await AddAsync(answer, book, row, report, context.RequestAborted);
            }
            else
            {
                answer.AddStatus(DavPlace.CardPath(id), "404 Not Found");
            }
        }

        await answer.EndAsync(book.Token, context.RequestAborted);
    }

    private static Task AddAsync(MultiStatus answer, CardBook book, int row, XElement report, CancellationToken cancellationToken)
    {
        var (found, missing) = (new List<XElement>(), new List<XName>());
        var place = new DavPlace(DavKind.Card, row);
        foreach (var asked in report.Element(Prop)?.Elements() ?? [])
        {
            var value = asked.Name == AddressData
                ? new XElement(AddressData, book.CardOf(row, asked.Attribute("version")?.Value == "4.0" ? VCardVersion.Four : VCardVersion.Three))
                : DavProperties.Get(asked.Name, place, book);
            if (value is null)
            {
                missing.Add(asked.Name);
            }
            else
            {
                found.Add(value);
            }
        }

        return answer.AddAsync(place.Path(book), found, missing, cancellationToken);
    }

    private static int Limit(XElement report, XNamespace names) =>
        int.TryParse(report.Element(names + "limit")?.Element(names + "nresults")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            ? limit
            : int.MaxValue;
}
