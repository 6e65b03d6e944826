using System.Globalization;
using System.IO.Pipelines;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Switchbook.Views;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>
/// Sends a document: nothing but 304 to who has it already, from memory when it was written before, and with its length unless it is
/// very long, since old phones understand no chunks.
/// </summary>
internal sealed class PhonebookAnswer(
    ViewedDirectory directory, PhonebookStore store, NumberPolicies policies, ServerAddress address)
{
    /// <summary>A document with more entries is sent while it is written.</summary>
    private const int LongestHeld = 20_000;

    private const int FlushAfterBytes = 64 * 1024;

    /// <summary>What is smaller fits into a packet or two anyway.</summary>
    private const int ShortestPacked = 1_400;

    private const string PackedSuffix = "-gzip\"";

    public async Task SendAsync(PhonebookDocument document, HttpContext context)
    {
        var (http, response) = (context.Request, context.Response);
        var snapshot = directory.For(context);
        var page = PhonebookReader.Read(
            document, PhonebookRequest.Read(http.Query), address.For(http), snapshot, policies.Of(document.Vendor));
        response.ContentType = document.ContentType;
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.LastModified = snapshot.DataFrom.ToString("R", CultureInfo.InvariantCulture);
        if (page.Length > LongestHeld && !document.IsLatin)
        {
            await StreamAsync(document, page, response.BodyWriter, context.RequestAborted);
            return;
        }

        var written = page.IsWhole ? store.Get(document, snapshot, page) : WrittenDocument.Of(document, page);
        var isPacked = document.MayCompress && written.Bytes.Length >= ShortestPacked && TakesGzip(http);
        response.Headers.ETag = isPacked ? written.Tag[..^1] + PackedSuffix : written.Tag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (IsKnown(http, written.Tag, snapshot.DataFrom))
        {
            response.ContentType = null;
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var bytes = isPacked ? written.Packed : written.Bytes;
        response.Headers.ContentEncoding = isPacked ? "gzip" : default(StringValues);
        response.ContentLength = bytes.Length;
        await response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
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

    private static bool TakesGzip(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(accepted => accepted.Value == "gzip" && accepted.Quality is null or > 0);

    /// <summary>A tag is known in either form, packed or not.</summary>
    private static bool IsKnown(HttpRequest request, string tag, DateTimeOffset modified)
    {
        var headers = request.GetTypedHeaders();
        return StringValues.IsNullOrEmpty(request.Headers.IfNoneMatch)
            ? headers.IfModifiedSince is { } since && modified.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds()
            : headers.IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || IsSame(known.Tag, tag));
    }

    private static bool IsSame(StringSegment known, string tag) =>
        known == tag || (known.EndsWith(PackedSuffix, StringComparison.Ordinal) && known.AsSpan()[..^PackedSuffix.Length].SequenceEqual(tag.AsSpan()[..^1]));
}
