using System.ComponentModel.DataAnnotations;

namespace Switchbook.Storage;

/// <summary>How much of the directory's past is kept (section <c>History</c>); the oldest goes first.</summary>
internal sealed class HistoryOptions
{
    /// <summary>For how many days the directory can be seen as it was, and runs are listed, 1 to 3650; default 90.</summary>
    [Range(1, 3650)]
    public int Days { get; set; } = 90;

    /// <summary>How many megabytes (1,000,000 octets) the differences take at most, 1 to 100,000; default 500.</summary>
    [Range(1, 100_000)]
    public int MaximumMegabytes { get; set; } = 500;
}
