using Microsoft.Playwright;
using Switchbook.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace Switchbook.EndToEnd.Web;

public sealed class DashboardTests(RunningServer server, Browser browser)
{
    [Fact]
    public async Task Synchronize_now_makes_a_run_and_every_window_sees_it()
    {
        await using var asking = await ManagerWindow.OpenAsync(browser, server.Address);
        await using var watching = await ManagerWindow.OpenAsync(browser, server.Address);
        var (asked, watched) = (Link(asking), Link(watching));
        var before = await watched.Locator(".history li").CountAsync();

        await asked.GetByRole(AriaRole.Button, new() { Name = "Synchronize now" }).ClickAsync();

        await Expect(watched.Locator(".history li")).ToHaveCountAsync(before + 1);
        await Expect(asked.Locator(".history li")).ToHaveCountAsync(before + 1);
    }

    private static ILocator Link(ManagerWindow window) =>
        window.Page.GetByRole(AriaRole.Article, new() { Name = RunningServer.LinkName });
}
