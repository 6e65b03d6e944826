using System.Buffers;
using System.IO.Compression;
using System.Text.Json;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary>Writes the JSON of a page to the response as it is made, compressed when the client takes gzip.</summary>
internal static class PageBody
{
    /// <summary>Bytes that gather before they are sent.</summary>
    private const int Chunk = 32 * 1024;

    /// <summary>Far beyond the 64 levels that readers of JSON allow.</summary>
    private const int TooDeep = 5000;

    private static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");

    public static async Task WriteAsync(GraphRequest request, IListing listing, Page page, PageEffects effects)
    {
        var http = request.Http;
        http.Response.ContentType = GraphGate.ContentType;
        if (effects.End == BodyEnd.Short)
        {
            http.Response.ContentLength = 10_000_000;
        }

        var isCompressed = effects.End == BodyEnd.Whole
            && http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (!isCompressed)
        {
            await WriteToAsync(http.Response.Body, request, listing, page, effects);
            await EndAsync(http, effects.End);
            return;
        }

        http.Response.Headers.ContentEncoding = "gzip";
        await using var compressed = new GZipStream(http.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await WriteToAsync(compressed, request, listing, page, effects);
    }

    private static async Task WriteToAsync(
        Stream body, GraphRequest request, IListing listing, Page page, PageEffects effects)
    {
        var buffer = new ArrayBufferWriter<byte>(Chunk * 2);
        await using var json = new Utf8JsonWriter(buffer, GraphJson.WriterOptions);
        json.WriteStartObject();
        WriteAnnotations(json, request, page);
        json.WriteStartArray(Value);
        var written = effects.End == BodyEnd.Whole ? page.Places.Count : page.Places.Count / 2;
        for (var number = 0; number < written; number++)
        {
            WriteElement(json, listing, page.Places[number], effects, isFirst: number == 0);
            if (json.BytesPending + buffer.WrittenCount > Chunk)
            {
                await SendAsync(body, json, buffer, request.Aborted);
            }
        }

        if (effects.End == BodyEnd.Whole)
        {
            json.WriteEndArray();
            json.WriteEndObject();
        }

        await SendAsync(body, json, buffer, request.Aborted);
    }

    private static void WriteAnnotations(Utf8JsonWriter json, GraphRequest request, Page page)
    {
        json.WriteString("@odata.context"u8, $"{request.Root}/$metadata#{page.Context}");
        if (page.Count is { } count)
        {
            json.WriteNumber("@odata.count"u8, count);
        }

        if (page.NextLink is { } next)
        {
            json.WriteString("@odata.nextLink"u8, next);
        }

        if (page.DeltaLink is { } delta)
        {
            json.WriteString("@odata.deltaLink"u8, delta);
        }
    }

    private static void WriteElement(Utf8JsonWriter json, IListing listing, int place, PageEffects effects, bool isFirst)
    {
        if (effects.IsLimited)
        {
            listing.WriteLimited(json, place);
            return;
        }

        listing.Write(json, place);
        if (isFirst && effects.Duplicates)
        {
            listing.Write(json, place);
        }

        if (isFirst && effects.HasNull)
        {
            json.WriteNullValue();
        }

        if (isFirst && effects.IsTooDeep)
        {
            json.WriteRawValue(new string('[', TooDeep) + new string(']', TooDeep), skipInputValidation: true);
        }
    }

    private static async Task SendAsync(
        Stream body, Utf8JsonWriter json, ArrayBufferWriter<byte> buffer, CancellationToken ct)
    {
        await json.FlushAsync(ct);
        await body.WriteAsync(buffer.WrittenMemory, ct);
        buffer.ResetWrittenCount();
    }

    private static async Task EndAsync(HttpContext http, BodyEnd end)
    {
        if (end == BodyEnd.Whole)
        {
            return;
        }

        await http.Response.Body.FlushAsync(http.RequestAborted);
        if (end == BodyEnd.Stall)
        {
            // Until the client gives up or the tenant stops.
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);
        }

        if (end is BodyEnd.Abort or BodyEnd.Short)
        {
            http.Abort();
        }
    }
}
