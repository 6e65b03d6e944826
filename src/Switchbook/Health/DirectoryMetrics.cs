using System.Diagnostics.Metrics;
using Switchbook.PhoneDirectory;

namespace Switchbook.Health;

/// <summary>What is served now, under the meter <c>Switchbook.Directory</c>. Links are named, people never.</summary>
internal sealed class DirectoryMetrics : IDisposable
{
    public const string MeterName = "Switchbook.Directory";

    private readonly Meter _meter;

    public DirectoryMetrics(IMeterFactory meters, CurrentDirectory directory, TimeProvider time)
    {
        _meter = meters.Create(MeterName);
        _meter.CreateObservableGauge(
            "switchbook.directory.entries", () => PerSource(directory, source => source.Entries), "{entry}", "Entries that phones see, by source.");
        _meter.CreateObservableGauge(
            "switchbook.directory.people", () => PerSource(directory, source => source.People), "{person}", "People with an entry, by source.");
        _meter.CreateObservableGauge(
            "switchbook.directory.left_out", () => PerSource(directory, source => source.OverLimit), "{entry}", "Entries over the limit, by source.");
        _meter.CreateObservableGauge(
            "switchbook.directory.age",
            () => (time.GetUtcNow() - directory.Snapshot.DataFrom).TotalSeconds,
            "s",
            "Time since the directory was last found or made right by a run.");
    }

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<int>> PerSource(CurrentDirectory directory, Func<SourceCount, int> count) =>
        directory.Snapshot.Sources.Select(source =>
            new Measurement<int>(count(source), new KeyValuePair<string, object?>("source", source.Name)));
}
