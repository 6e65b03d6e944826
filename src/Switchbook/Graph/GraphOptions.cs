using System.ComponentModel.DataAnnotations;

namespace Switchbook.Graph;

/// <summary>How patiently Microsoft Graph is read (section <c>Graph</c>).</summary>
internal sealed class GraphOptions
{
    /// <summary>How often one request is tried again; 0 to 20, default 6.</summary>
    [Range(0, 20)]
    public int MaximumRetries { get; set; } = 6;

    /// <summary>The waiting that one run may spend on throttling and faults; up to a day, default 30 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan MaximumWait { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>The first wait when Graph names none; it doubles from try to try. 10 ms to 1 minute, default 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest time for a connection; default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest time for one request with its whole answer; default 100 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The largest page in bytes, unpacked; 1 kB to 1 GB, default 64 MB.</summary>
    [Range(1024, 1_000_000_000)]
    public int MaximumPageBytes { get; set; } = 64_000_000;

    /// <summary>The most pages of one read; default 100,000.</summary>
    [Range(1, 10_000_000)]
    public int MaximumPages { get; set; } = 100_000;

    /// <summary>The most pages in a row with nobody on them and a link to the next; default 1,000.</summary>
    [Range(1, 10_000_000)]
    public int MaximumEmptyPages { get; set; } = 1000;
}
