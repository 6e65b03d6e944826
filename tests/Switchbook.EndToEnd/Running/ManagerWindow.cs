using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Switchbook.EndToEnd.Running;

/// <summary>A window on the Web Manager that notes what no page may do: ask another host, or log a fault.</summary>
public sealed class ManagerWindow : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly List<string> _complaints = [];
    private readonly Uri _address;

    private ManagerWindow(IPage page, Uri address)
    {
        (Page, _address) = (page, address);
        page.Request += (_, request) => Note(request.Url, !new Uri(request.Url).IsLoopback && !request.Url.StartsWith("data:", StringComparison.Ordinal));
        page.Console += (_, message) => Note(message.Text, message.Type is "error" or "warning" && !IsExpected);
        page.PageError += (_, fault) => Note(fault, true);
    }

    public IPage Page { get; }

    /// <summary>Set by a test that stops the server: a browser logs that it cannot reach it.</summary>
    public bool IsExpected { get; set; }

    public static async Task<ManagerWindow> OpenAsync(
        Browser browser, Uri address, string path = "/", int width = 1280, ColorScheme scheme = ColorScheme.Light, string? language = null)
    {
        var window = new ManagerWindow(await browser.OpenAsync(width, scheme, language), address);
        await window.GoAsync(path);
        return window;
    }

    /// <summary>Opens a page and waits until it is live: its layout says so.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(new Uri(_address, path).AbsoluteUri);
        await LiveAsync();
    }

    public Task LiveAsync() => Expect(Page.Locator("main[data-live]")).ToBeVisibleAsync();

    /// <summary>Nothing that axe finds, nothing beside the window, and no complaint.</summary>
    /// <param name="picture">What the window shows, for pictures that are asked for; null for none.</param>
    public async Task AssertFitAsync(string? picture = null)
    {
        if (picture is not null)
        {
            await Pictures.TakeAsync(Page, picture);
        }

        Assert.Empty(await BarriersAsync());
        Assert.Equal(Page.ViewportSize!.Width, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(_complaints);
    }

    /// <summary>What axe finds, in the page itself: its wrapper for Playwright opens a second page for the result, which takes longer than the search.</summary>
    private async Task<string[]> BarriersAsync()
    {
        await Page.EvaluateAsync(Axe);
        return await Page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run({ resultTypes: ['violations'], preload: false })).violations
                .flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.html}`))
            """);
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.Empty(_complaints);
    }

    private void Note(string text, bool wanted)
    {
        if (wanted)
        {
            _complaints.Add(text);
        }
    }
}
