using System.Text.Encodings.Web;
using System.Text.Json;

namespace Switchbook.Mapping;

/// <summary>An audience as it is stored; equal texts mean the same people.</summary>
internal static class AudienceJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Audience audience) => JsonSerializer.Serialize(audience, Options);

    public static Audience Read(string audience) =>
        JsonSerializer.Deserialize<Audience>(audience, Options) ?? throw new JsonException("A stored audience is empty.");
}
