using System.Text.Encodings.Web;
using System.Text.Json;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary>How JSON is written: letters of every script as they are.</summary>
internal static class GraphJson
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };
}
