using System.Collections.Concurrent;
using System.Globalization;

namespace Switchbook.Tests.Synchronization.Histories;

/// <summary>
/// Made-up histories of a link: tenants of up to twenty people who change, runs by the changes and in full, mappings, groups
/// and limits that change between them, faults of the service, faults of the database, cancelled runs, and processes that
/// are killed. After each run the directory is what a plain model says; a run that failed or is held changed nothing.
/// </summary>
/// <remarks>
/// Real are the synchronizer and all that it uses: sign-in by MSAL, HTTP over sockets, SQLite in files, the snapshots, and in
/// every fourth history what phones are served; simulated are Microsoft, time, the end of a process (another goes on from a
/// copy of the files of that moment), and faults of the disk.
/// A failure tells its seed: <c>SYNC_SEED=4711</c> lives that history alone, <c>SYNC_HISTORIES=10000</c> so many. Each is
/// four runs and takes some 30 ms of processor time, so that the suite lives a tenth.
/// </remarks>
public sealed class HistoryTests(ITestOutputHelper output)
{
    private const int HistoriesByDefault = 1000;

    /// <summary>What must happen, or else the histories show nothing.</summary>
    private static readonly string[] Ends = ["Succeeded Delta", "Succeeded Full", "Held Delta", "Held Full", "Failed Full", "killed"];

    [Fact]
    public async Task Whatever_happens_the_directory_is_what_a_plain_model_says()
    {
        var (first, count) = Number("SYNC_SEED") is { } seed ? (seed, 1) : (1, Number("SYNC_HISTORIES") ?? HistoriesByDefault);
        var happened = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var next = first - 1;
        await Parallel.ForEachAsync(Enumerable.Range(0, Math.Min(count, Environment.ProcessorCount)), TestContext.Current.CancellationToken, async (_, stop) =>
        {
            await using var world = await HistoryWorld.CreateAsync();
            while (!stop.IsCancellationRequested && Interlocked.Increment(ref next) is var number && number < first + count)
            {
                var history = new LivedHistory(world, number);
                await history.LiveAsync();
                foreach (var run in history.Happened)
                {
                    happened.AddOrUpdate(run, 1, static (_, times) => times + 1);
                }
            }
        });

        output.WriteLine($"{count} histories: {string.Join(", ", happened.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"))}");
        if (count >= HistoriesByDefault)
        {
            Assert.All(Ends, end => Assert.NotEqual(0, happened.GetValueOrDefault(end)));
        }
    }

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : null;
}
