using System.Text.Json;
using System.Text.Json.Nodes;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary>The JSON object of a preview: a run's, with <c>changes</c> added.</summary>
internal static class PreviewJson
{
    public static JsonObject From(Preview preview)
    {
        var json = JsonSerializer.SerializeToNode(preview.Report, RunJson.Instance.RunReport)!.AsObject();
        json["changes"] = new JsonArray([.. preview.Changes.Select(Change)]);
        return json;
    }

    private static JsonNode? Change(EntryChange change) => new JsonObject
    {
        ["kind"] = RunJson.Name(change.Kind),
        ["person"] = change.Person,
        ["name"] = change.Name,
        ["number"] = change.Number,
        ["before"] = change.Before is { } before ? new JsonObject { ["name"] = before.Name, ["number"] = before.Number } : null,
    };
}
