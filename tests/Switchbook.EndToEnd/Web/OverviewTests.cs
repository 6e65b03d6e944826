using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Switchbook.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace Switchbook.EndToEnd.Web;

public sealed class OverviewTests(RunningServer server, Browser browser)
{
    /// <summary>Where the pictures of each run go.</summary>
    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "screenshots");

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(400, ColorScheme.Light)]
    [InlineData(400, ColorScheme.Dark)]
    public async Task The_page_has_no_barrier_that_axe_finds_and_is_not_wider_than_the_window(int width, ColorScheme scheme)
    {
        var page = await OpenAsync(width, scheme);

        var found = await page.RunAxe();

        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"overview-{width}-{scheme}.png".ToLowerInvariant()), FullPage = true });
        Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_search_finds_people_while_one_types()
    {
        var page = await OpenAsync();
        var names = page.Locator("td.name");

        await page.GetByLabel("Search the directory by name or number").PressSequentiallyAsync("adele v", new() { Delay = 150 });

        await Expect(names.First).ToHaveTextAsync("Adele Vance");
        await Expect(page.GetByLabel("Search the directory by name or number")).ToHaveValueAsync("adele v");
        Assert.All(await names.AllInnerTextsAsync(), name => Assert.StartsWith("Adele Vance", name));

        await page.GetByLabel("Search the directory by name or number").FillAsync("nobody at all");
        await Expect(page.GetByText("Nobody matches")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_pages_of_the_directory_can_be_turned_by_keyboard()
    {
        var page = await OpenAsync();
        var first = await page.Locator("td.name").First.InnerTextAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByText("16 to 30 of")).ToBeVisibleAsync();
        Assert.NotEqual(first, await page.Locator("td.name").First.InnerTextAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Synchronize_now_makes_a_run_and_every_window_sees_it()
    {
        var (asking, watching) = (await OpenAsync(), await OpenAsync());
        var before = await watching.Locator(".history li").CountAsync();

        await asking.GetByRole(AriaRole.Button, new() { Name = "Synchronize now" }).ClickAsync();

        await Expect(watching.Locator(".history li")).ToHaveCountAsync(before + 1);
        await Expect(asking.Locator(".history li")).ToHaveCountAsync(before + 1);
        await asking.Context.CloseAsync();
        await watching.Context.CloseAsync();
    }

    [Fact]
    public async Task The_page_asks_nobody_else_and_logs_no_fault()
    {
        var page = await browser.OpenAsync();
        var (foreign, faults) = (new List<string>(), new List<string>());
        page.Request += (_, request) => Note(foreign, request.Url, !new Uri(request.Url).IsLoopback && !request.Url.StartsWith("data:", StringComparison.Ordinal));
        page.Console += (_, message) => Note(faults, message.Text, message.Type is "error" or "warning");
        page.PageError += (_, fault) => Note(faults, fault, true);

        await ReadyAsync(page);
        await page.GetByLabel("Search the directory by name or number").FillAsync("a");
        await Expect(page.GetByText("More than")).ToBeVisibleAsync();

        Assert.Empty(foreign);
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    private static void Note(List<string> list, string text, bool wanted)
    {
        if (wanted)
        {
            list.Add(text);
        }
    }

    private async Task<IPage> OpenAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await browser.OpenAsync(width, scheme);
        await ReadyAsync(page);
        return page;
    }

    /// <summary>Opens the page and waits until it is live: its layout says so.</summary>
    private async Task ReadyAsync(IPage page)
    {
        await page.GotoAsync(server.Address.AbsoluteUri);
        await Expect(page.Locator("main[data-live]")).ToBeVisibleAsync();
    }
}
