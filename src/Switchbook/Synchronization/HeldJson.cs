using System.Text.Json;
using System.Text.Json.Nodes;

namespace Switchbook.Synchronization;

/// <summary>A held run as it is printed and answered: the report of a run, when it began to be held, and what it would do.</summary>
internal static class HeldJson
{
    public static JsonObject Of(HeldRun held)
    {
        var json = JsonSerializer.SerializeToNode(held.Report, RunJson.Instance.RunReport)!.AsObject();
        json["since"] = held.Since;
        json["applyNext"] = held.ApplyNext;
        json["changes"] = JsonSerializer.SerializeToNode(held.Changes, RunJson.Instance.ImmutableArrayEntryChange);
        return json;
    }
}
