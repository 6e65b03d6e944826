using System.Text.Encodings.Web;
using System.Text.Json;

namespace Switchbook.Exports;

/// <summary>The entries as <c>directory list --json</c> has them.</summary>
internal sealed class JsonExport : DirectoryExport
{
    private const int FlushAfterBytes = 64 * 1024;

    // Names stay readable; the document is never part of a page.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string Name => "json";

    public override string ContentType => "application/json";

    public override string FileName => "directory.json";

    public override async Task WriteAsync(ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        var snapshot = request.Snapshot;
        await using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartArray();
        for (var ordinal = 0; ordinal < snapshot.EntryCount; ordinal++)
        {
            var entry = snapshot[ordinal];
            json.WriteStartObject();
            json.WriteString("id", entry.Id);
            json.WriteString("name", entry.Name);
            json.WriteString("number", request.Numbers?.Write(entry.Number, snapshot.RegionOf(ordinal)) ?? entry.Number);
            json.WriteString("source", entry.Source);
            json.WriteString("person", entry.PersonId);
            json.WriteString("kind", entry.Kind);
            json.WriteEndObject();
            if (json.BytesPending > FlushAfterBytes)
            {
                await json.FlushAsync(cancellationToken);
            }
        }

        json.WriteEndArray();
        await json.FlushAsync(cancellationToken);
    }
}
