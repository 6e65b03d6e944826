using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Switchbook.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace Switchbook.EndToEnd.Web;

public sealed class WhyTests(RunningServer server, Browser browser)
{
    [Fact]
    public async Task A_person_is_followed_from_Entra_ID_to_the_phones_and_who_does_not_exist_is_told()
    {
        await using var window = await ManagerWindow.OpenAsync(browser, server.Address, "/why");
        var page = window.Page;

        // Other tests have links of their own meanwhile.
        var entries = await server.Http.GetFromJsonAsync<JsonArray>("/api/v1/directory?q=Adele+Vance", TestContext.Current.CancellationToken);
        await page.GetByLabel("Person").FillAsync("Adele Vance");
        await page.GetByLabel("Person").PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SB-TRACE-001");
        await page.GetByLabel("Person").FillAsync((string)entries!.First(entry => (string)entry!["source"]! == RunningServer.LinkName)!["person"]!);
        await page.GetByLabel("Person").PressAsync("Enter");
        await Expect(page.GetByText($"In the directory through {RunningServer.LinkName}.", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("Served to phones")).ToBeVisibleAsync();
        await window.AssertFitAsync("why-found");

        await page.GetByLabel("Person").FillAsync("Nobody Atall");
        await page.GetByRole(AriaRole.Button, new() { Name = "Follow the way" }).ClickAsync();
        await Expect(page.GetByText($"Not in the directory through {RunningServer.LinkName}. What stops it first: Found in Entra ID.")).ToBeVisibleAsync();
    }
}
