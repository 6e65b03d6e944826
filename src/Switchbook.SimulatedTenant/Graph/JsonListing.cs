using System.Text.Json;
using System.Text.Json.Nodes;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary>A short list of objects that are made whole.</summary>
/// <param name="objects">The objects; each has an <c>id</c>.</param>
/// <param name="select">What is shown of each; everything when empty.</param>
internal sealed class JsonListing(IReadOnlyList<JsonObject> objects, IReadOnlyList<string> select) : IListing
{
    public int Places => objects.Count;

    public bool Includes(int place) => true;

    public void Write(Utf8JsonWriter json, int place)
    {
        json.WriteStartObject();
        foreach (var (name, value) in objects[place])
        {
            if (select.Count == 0 || name[0] == '@' || select.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                json.WritePropertyName(name);
                WriteValue(json, value);
            }
        }

        json.WriteEndObject();
    }

    public void WriteLimited(Utf8JsonWriter json, int place) =>
        new JsonObject { ["id"] = (string?)objects[place]["id"] }.WriteTo(json);

    private static void WriteValue(Utf8JsonWriter json, JsonNode? value)
    {
        if (value is null)
        {
            json.WriteNullValue();
        }
        else
        {
            value.WriteTo(json);
        }
    }
}
