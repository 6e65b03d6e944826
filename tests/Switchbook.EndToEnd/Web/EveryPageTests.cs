using Microsoft.Playwright;
using Switchbook.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace Switchbook.EndToEnd.Web;

public sealed class EveryPageTests(RunningServer server, Browser browser, EveryPageTests.Windows windows) : IClassFixture<EveryPageTests.Windows>
{
    public static TheoryData<string> Paths => ["/", "/user-synchronization", "/user-synchronization/add", "/operators", "/clients", "/audit", "/directory", "/runs", "/runs/1", "/history", "/why", "/phones", "/setup", "/not-found"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task No_page_has_a_barrier_that_axe_finds_or_is_wider_than_the_window_or_asks_another_host(string path)
    {
        var name = path.Trim('/').Replace('/', '-') is { Length: > 0 } trimmed ? trimmed : "dashboard";
        foreach (var window in windows.All)
        {
            await window.GoAsync(path);
            await window.AssertFitAsync(name);
        }
    }

    [Fact]
    public async Task The_menu_of_a_phone_sized_screen_opens_and_leads_on_by_keyboard()
    {
        await using var window = await ManagerWindow.OpenAsync(browser, server.Address, "/", 400);
        var page = window.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await window.AssertFitAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Directory", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Directory", Exact = true })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Phones" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Language_and_light_are_chosen_and_kept()
    {
        await using var window = await ManagerWindow.OpenAsync(browser, server.Address, "/directory");
        var page = window.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "Deutsch" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Verzeichnis", Exact = true })).ToBeVisibleAsync();
        await window.LiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Dunkel" }).ClickAsync();
        await window.LiveAsync();

        Assert.Equal(("de", "dark"), (await page.GetAttributeAsync("html", "lang"), await page.GetAttributeAsync("html", "data-theme")));
        Assert.Equal("rgb(20, 20, 20)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    /// <summary>A wide light English one and a narrow dark German one, which go from page to page.</summary>
    public sealed class Windows(RunningServer server, Browser browser) : IAsyncLifetime
    {
        private readonly List<ManagerWindow> _all = [];

        internal IReadOnlyList<ManagerWindow> All => _all;

        public async ValueTask InitializeAsync()
        {
            _all.Add(await ManagerWindow.OpenAsync(browser, server.Address));
            _all.Add(await ManagerWindow.OpenAsync(browser, server.Address, "/", 400, ColorScheme.Dark, "de-DE"));
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var window in _all)
            {
                await window.DisposeAsync();
            }
        }
    }
}
