using Microsoft.Playwright;
using Switchbook.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace Switchbook.EndToEnd.Web;

public sealed class DirectoryTests(RunningServer server, Browser browser)
{
    private const string SearchBox = "Search the directory by name or number";

    [Fact]
    public async Task The_search_finds_people_while_one_types()
    {
        await using var window = await ManagerWindow.OpenAsync(browser, server.Address, "/directory");
        var names = window.Page.Locator("td.name");

        await window.Page.GetByLabel(SearchBox).PressSequentiallyAsync("adele v", new() { Delay = 150 });

        await Expect(names.First).ToHaveTextAsync("Adele Vance");
        await Expect(window.Page.GetByLabel(SearchBox)).ToHaveValueAsync("adele v");
        Assert.All(await names.AllInnerTextsAsync(), name => Assert.StartsWith("Adele Vance", name));

        await window.Page.GetByLabel(SearchBox).FillAsync("nobody at all");
        await Expect(window.Page.GetByText("Nobody matches")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_manual_entry_is_made_changed_and_removed_by_keyboard_alone()
    {
        await using var window = await ManagerWindow.OpenAsync(browser, server.Address, "/directory");
        var page = window.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "Add entry" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Aaron's taxi");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("none");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("SB-ENTRY-")).ToBeVisibleAsync();
        await page.GetByLabel("Number", new() { Exact = true }).FillAsync("01632 960 555");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Aaron's taxi" })).ToBeFocusedAsync();
        await window.AssertFitAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Aaron's cab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Aaron's cab" })).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("td.name", new() { HasText = "Aaron's" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Entries_are_filtered_by_kind_and_by_conflict()
    {
        await using var window = await ManagerWindow.OpenAsync(browser, server.Address, "/directory");
        var page = window.Page;

        await page.GetByLabel("Kind", new() { Exact = true }).SelectOptionAsync("mobilePhone");
        await Expect(page.GetByText("matches", new() { Exact = false })).ToBeVisibleAsync();
        Assert.All(await page.Locator("td.kind").AllInnerTextsAsync(), kind => Assert.Equal("Mobile", kind));

        await page.GetByLabel("Kind", new() { Exact = true }).SelectOptionAsync("");
        await page.GetByLabel("Conflicts only").CheckAsync();
        await Expect(page.Locator(".found")).Not.ToHaveTextAsync("");
    }
}
