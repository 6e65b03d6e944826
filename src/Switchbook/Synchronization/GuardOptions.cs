using System.ComponentModel.DataAnnotations;
using Switchbook.Links;

namespace Switchbook.Synchronization;

/// <summary>When a run is held instead of applied (section <c>Guards</c>); shares are 0 to 1.</summary>
internal sealed class GuardOptions
{
    /// <summary>Whether runs are guarded; default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Up to so many entries may go or change in one run whatever their share; default 20.</summary>
    [Range(0, 1_000_000)]
    public int FewEntries { get; set; } = 20;

    /// <summary>The share of a link's entries that may go in one run; default 0.2.</summary>
    [Range(0.0, 1.0)]
    public double RemovedShare { get; set; } = 0.2;

    /// <summary>The share of a link's entries whose name or number may change in one run; default 0.5.</summary>
    [Range(0.0, 1.0)]
    public double ChangedShare { get; set; } = 0.5;

    /// <summary>The share of a link's entries that must stay; default 0.1.</summary>
    [Range(0.0, 1.0)]
    public double LeftShare { get; set; } = 0.1;

    /// <summary>The numbers for one link: its own where it has them.</summary>
    public GuardOptions For(LinkGuards link) => new()
    {
        Enabled = link.Enabled ?? Enabled,
        FewEntries = link.FewEntries ?? FewEntries,
        RemovedShare = link.RemovedShare ?? RemovedShare,
        ChangedShare = link.ChangedShare ?? ChangedShare,
        LeftShare = link.LeftShare ?? LeftShare,
    };
}
