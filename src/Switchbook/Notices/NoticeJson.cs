using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Switchbook.Notices;

/// <summary>The JSON of notices, as it is stored and sent to webhooks.</summary>
[JsonSerializable(typeof(Notice))]
internal sealed partial class NoticeJson : JsonSerializerContext
{
    private static readonly NoticeJson Instance = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    });

    public static string Write(Notice notice) => JsonSerializer.Serialize(notice, Instance.Notice);

    public static Notice Read(string notice) =>
        JsonSerializer.Deserialize(notice, Instance.Notice) ?? throw new JsonException("A stored notice is empty.");
}
