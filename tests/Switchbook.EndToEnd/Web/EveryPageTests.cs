using Microsoft.Playwright;
using Switchbook.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace Switchbook.EndToEnd.Web;

public sealed class EveryPageTests(RunningServer server, Browser browser)
{
    /// <summary>Where pictures go when they are asked for: SWITCHBOOK_PICTURES=1.</summary>
    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "screenshots");

    public static TheoryData<string> Paths => ["/", "/user-synchronization", "/user-synchronization/add", "/directory", "/runs", "/phones", "/not-found"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task No_page_has_a_barrier_that_axe_finds_or_is_wider_than_the_window_or_asks_another_host(string path)
    {
        await using var wide = await ManagerWindow.OpenAsync(browser, server.Address, path);
        await wide.AssertFitAsync();
        await using var narrow = await ManagerWindow.OpenAsync(browser, server.Address, path, 400, ColorScheme.Dark, "de-DE");
        await narrow.AssertFitAsync();
        await PictureAsync(wide, narrow, path);
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

    private static async Task PictureAsync(ManagerWindow wide, ManagerWindow narrow, string path)
    {
        if (Environment.GetEnvironmentVariable("SWITCHBOOK_PICTURES") is null)
        {
            return;
        }

        var name = path.Trim('/').Replace('/', '-') is { Length: > 0 } trimmed ? trimmed : "dashboard";
        foreach (var (window, width) in new[] { (wide, 1280), (narrow, 400) })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await window.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{width}-{scheme}.png".ToLowerInvariant()), FullPage = true });
            }
        }
    }
}
