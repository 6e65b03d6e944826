using System.Text.Json;

namespace Switchbook.Links;

/// <summary>When a run of one link is held instead of applied; what is null is as for every link (section <c>Guards</c>).</summary>
internal sealed record LinkGuards
{
    public const int MostEntries = 1_000_000;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true };

    public bool? Enabled { get; init; }

    /// <summary>Up to so many entries may go or change whatever their share.</summary>
    public int? FewEntries { get; init; }

    /// <summary>The share of the entries that may go, 0 to 1.</summary>
    public double? RemovedShare { get; init; }

    /// <summary>The share of the entries whose name or number may change, 0 to 1.</summary>
    public double? ChangedShare { get; init; }

    /// <summary>The share of the entries that must stay, 0 to 1.</summary>
    public double? LeftShare { get; init; }

    public bool IsInRange => FewEntries is null or (>= 0 and <= MostEntries)
        && new[] { RemovedShare, ChangedShare, LeftShare }.All(share => share is null or (>= 0 and <= 1));

    public static LinkGuards Read(string text) => JsonSerializer.Deserialize<LinkGuards>(text, Json) ?? new();

    public string Write() => JsonSerializer.Serialize(this, Json);
}
