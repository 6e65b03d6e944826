using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Switchbook.Synchronization;

/// <summary>The JSON of runs and previews, as it is stored and printed.</summary>
[JsonSerializable(typeof(RunReport))]
[JsonSerializable(typeof(EntryChange))]
[JsonSerializable(typeof(ImmutableArray<EntryChange>))]
internal sealed partial class RunJson : JsonSerializerContext
{
    public static RunJson Instance { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    });

    public static string Write(RunReport report) => JsonSerializer.Serialize(report, Instance.RunReport);

    public static RunReport Read(string report) =>
        JsonSerializer.Deserialize(report, Instance.RunReport) ?? throw new JsonException("A stored run is empty.");

    /// <summary>An outcome or a reason as JSON writes it.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
