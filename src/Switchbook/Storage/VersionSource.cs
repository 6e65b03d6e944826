using System.Text.Encodings.Web;
using System.Text.Json;

namespace Switchbook.Storage;

/// <summary>A link as it counted for the directory in one version.</summary>
internal sealed record VersionSource(int Id, string Name, string? Region)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<VersionSource> sources) => JsonSerializer.Serialize(sources, Json);

    public static IReadOnlyList<VersionSource> Read(string sources) =>
        JsonSerializer.Deserialize<VersionSource[]>(sources, Json) ?? throw new JsonException("A version's links are missing.");
}
