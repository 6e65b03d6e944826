using System.Text.Json;
using System.Text.Json.Nodes;
using Switchbook.Synchronization;

namespace Switchbook.Api;

/// <summary>An ended run: its number and times before what <c>sync --json</c> prints.</summary>
internal static class StoredRunJson
{
    public static JsonObject Of(StoredRun run)
    {
        var json = new JsonObject { ["id"] = run.Id, ["startedAt"] = run.StartedAt, ["finishedAt"] = run.FinishedAt };
        var report = JsonSerializer.SerializeToNode(run.Report, RunJson.Instance.RunReport)!.AsObject();
        foreach (var (name, value) in report.ToArray())
        {
            report.Remove(name);
            json.Add(name, value);
        }

        return json;
    }
}
