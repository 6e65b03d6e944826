using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.SimulatedTenant;
using Switchbook.Storage;
using Switchbook.Tests.Synchronization;

namespace Switchbook.Tests.Links;

public sealed class CredentialWarningTests
{
    [Fact]
    public async Task The_log_warns_once_for_each_threshold_also_after_a_restart()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var options = new SimulationOptions { Users = 10, Clock = time, SecretExpires = time.GetUtcNow().AddDays(31).AddHours(-1) };
        await using var installation = await TestInstallation.CreateAsync(options, time);
        var added = await installation.AddLinkAsync();
        var warned = new List<int>();
        for (var day = 0; day <= 30; day++)
        {
            // A review of its own each day, as after a restart.
            var log = new EndsLog();
            var link = await installation.Get<LinkStore>().FindAsync(added.Name, TestInstallation.Cancellation);
            await Review(installation, time, log).ReviewAfterRunAsync(link, TestInstallation.Cancellation);
            await Review(installation, time, log).ReviewAsync(link, TestInstallation.Cancellation);
            warned.AddRange(Enumerable.Repeat(31 - day, log.Warnings));
            time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([30, 14, 7, 3, 1], warned);
    }

    private static CredentialReview Review(TestInstallation installation, TimeProvider time, EndsLog log) => new(
        installation.Get<IDbContextFactory<SwitchbookContext>>(), installation.Get<LinkCredentials>(), installation.Get<GraphSessions>(), time, log);

    private sealed class EndsLog : ILogger<CredentialReview>
    {
        public const int EndsSoon = 4004;

        public int Warnings { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Warnings += eventId.Id == EndsSoon ? 1 : 0;
    }
}
