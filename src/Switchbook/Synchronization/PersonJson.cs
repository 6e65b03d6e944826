using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Switchbook.PhoneDirectory;

namespace Switchbook.Synchronization;

/// <summary>The stored form of a person: the same person always gives the same bytes.</summary>
[JsonSerializable(typeof(DirectoryPerson))]
internal sealed partial class PersonJson : JsonSerializerContext
{
    /// <summary>Names stay readable in the database: only what JSON itself demands is escaped.</summary>
    private static readonly PersonJson Readable =
        new(new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });

    public static byte[] Write(DirectoryPerson person) =>
        JsonSerializer.SerializeToUtf8Bytes(person, Readable.DirectoryPerson);

    public static DirectoryPerson Read(ReadOnlySpan<byte> data) =>
        JsonSerializer.Deserialize(data, Readable.DirectoryPerson)
        ?? throw new JsonException("A stored person is empty.");
}
