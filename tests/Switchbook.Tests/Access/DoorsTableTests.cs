using Switchbook.Tests.Architecture;

namespace Switchbook.Tests.Access;

/// <summary>The table of docs/doors.md is what the server does; a door that is new or opens wider changes it.</summary>
[Collection(nameof(MannedServerTests))]
public sealed class DoorsTableTests(MannedServer manned)
{
    /// <summary>Writes the page anew when SWITCHBOOK_WRITE_DOCS is set.</summary>
    [Fact]
    public async Task Everybody_is_let_in_or_refused_at_every_door_as_the_page_says()
    {
        await using var fresh = await ServerHost.StartAsync();
        var page = await DoorsTable.PageAsync(fresh, manned.Host);
        if (Environment.GetEnvironmentVariable("SWITCHBOOK_WRITE_DOCS") is { Length: > 0 })
        {
            await File.WriteAllTextAsync(Path.Combine(Repository.Root, "docs", "doors.md"), page, TestContext.Current.CancellationToken);
        }

        Assert.Equal(Repository.Page("doors.md"), page);
    }
}
