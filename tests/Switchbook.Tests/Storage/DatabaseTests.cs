using Microsoft.EntityFrameworkCore;
using Switchbook.Storage;
using Switchbook.Tests.Synchronization;

namespace Switchbook.Tests.Storage;

/// <summary>How the database behaves while several read and write it.</summary>
public sealed class DatabaseTests
{
    [Fact]
    public async Task Who_reads_for_long_does_not_stop_a_run_from_writing()
    {
        await using var installation = await TestInstallation.CreateAsync(new() { Users = 20 });
        var link = await installation.AddLinkAsync();
        await using var reader = await installation.Get<IDbContextFactory<SwitchbookContext>>().CreateDbContextAsync(TestInstallation.Cancellation);
        await using var reading = await reader.BeginReadingAsync(TestInstallation.Cancellation);
        Assert.Empty(await reader.People.ToListAsync(TestInstallation.Cancellation));

        await installation.RunAsync(link).WaitAsync(TimeSpan.FromSeconds(30), TestInstallation.Cancellation);

        Assert.Empty(await reader.People.ToListAsync(TestInstallation.Cancellation));
        await reading.CommitAsync(TestInstallation.Cancellation);
        Assert.NotEmpty(await reader.People.ToListAsync(TestInstallation.Cancellation));
    }
}
