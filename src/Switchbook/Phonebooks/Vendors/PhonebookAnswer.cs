using System.Globalization;
using System.IO.Pipelines;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Switchbook.PhoneDirectory;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>
/// Sends a document: nothing but 304 to who has it already, from memory when it was written before, and with its length unless it is
/// very long, since old phones understand no chunks.
/// </summary>
internal sealed class PhonebookAnswer(CurrentDirectory directory, PhonebookStore store)
{
    /// <summary>A document with more entries is sent while it is written.</summary>
    private const int LongestHeld = 20_000;

    private const int FlushAfterBytes = 64 * 1024;

    public async Task SendAsync(PhonebookDocument document, HttpContext context)
    {
        var (http, response) = (context.Request, context.Response);
        var snapshot = directory.Snapshot;
        var page = PhonebookReader.Read(
            document, PhonebookRequest.Read(http.Query), $"{http.Scheme}://{http.Host}{http.PathBase}", snapshot);
        response.ContentType = document.ContentType;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.LastModified = snapshot.DataFrom.ToString("R", CultureInfo.InvariantCulture);
        if (page.Length > LongestHeld)
        {
            await StreamAsync(document, page, response.BodyWriter, context.RequestAborted);
            return;
        }

        var written = page.IsWhole ? store.Get(document, snapshot, page) : WrittenDocument.Of(document, page);
        response.Headers.ETag = written.Tag;
        if (IsKnown(http, written.Tag, snapshot.DataFrom))
        {
            response.ContentType = null;
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentLength = written.Bytes.Length;
        await response.BodyWriter.WriteAsync(written.Bytes, context.RequestAborted);
    }

    private static async Task StreamAsync(PhonebookDocument document, PhonebookPage page, PipeWriter output, CancellationToken cancellationToken)
    {
        var xml = new XmlOutput(output);
        document.Begin(xml, page);
        var position = 0;
        foreach (var entry in page.Entries)
        {
            document.Entry(xml, entry, ++position);
            if (output.UnflushedBytes > FlushAfterBytes)
            {
                await output.FlushAsync(cancellationToken);
            }
        }

        document.End(xml, page);
        await output.FlushAsync(cancellationToken);
    }

    private static bool IsKnown(HttpRequest request, string tag, DateTimeOffset modified)
    {
        var headers = request.GetTypedHeaders();
        var current = new EntityTagHeaderValue(tag);
        return StringValues.IsNullOrEmpty(request.Headers.IfNoneMatch)
            ? headers.IfModifiedSince is { } since && modified.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds()
            : headers.IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(current, useStrongComparison: false));
    }
}
