using Microsoft.Playwright;
using Switchbook.EndToEnd.Running;
using Switchbook.SimulatedTenant;
using static Microsoft.Playwright.Assertions;

namespace Switchbook.EndToEnd.Web;

/// <summary>The way of the origin: User Synchronization using Microsoft Teams, from an empty form to entries, against a simulated tenant.</summary>
public sealed class LinkTests(RunningServer server, Browser browser)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_is_filled_in_tested_previewed_saved_and_run()
    {
        await using var tenant = await Simulation.StartAsync(new SimulationOptions { Users = 40, Seed = 7 }, Cancel);
        await using var window = await ManagerWindow.OpenAsync(browser, server.Address, "/user-synchronization");
        var page = window.Page;
        await page.GetByText("+ Add").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "User Synchronization using Microsoft Teams" }).ClickAsync();
        await FillAsync(page, tenant);
        await page.GetByLabel("Configuration Name").FillAsync("SalesDirectory");
        await page.GetByLabel("Group Directory").CheckAsync();

        var group = tenant.Groups[0];
        await page.GetByLabel("Group", new() { Exact = true }).PressSequentiallyAsync(group.DisplayName[..3]);
        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = group.Id }).ClickAsync();
        await page.GetByLabel("Number fields", new() { Exact = true }).FillAsync("businessPhones,mobilePhone=M");
        await Expect(page.GetByLabel("Suffix of number field 2")).ToHaveValueAsync("M");
        await Expect(page.Locator("section li .entry").First).ToBeVisibleAsync();
        await window.AssertFitAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Test Connection" }).ClickAsync();
        await Expect(page.GetByText("The connection works.")).ToBeVisibleAsync();
        await window.AssertFitAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Nothing was changed.")).ToBeVisibleAsync();
        await Expect(page.Locator(".changes .added").First).ToBeVisibleAsync();
        await window.AssertFitAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "SalesDirectory" })).ToBeVisibleAsync();
        await window.AssertFitAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Dashboard" }).ClickAsync();
        var panel = page.GetByRole(AriaRole.Article, new() { Name = "SalesDirectory" });
        await Expect(panel.Locator(".state", new() { HasText = "Succeeded" })).ToBeVisibleAsync();

        await HoldAndApplyAsync(window, panel);

        await page.GetByRole(AriaRole.Link, new() { Name = "User Synchronization" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove SalesDirectory" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "SalesDirectory" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_field_and_the_first_of_them_gets_the_focus()
    {
        await using var window = await ManagerWindow.OpenAsync(browser, server.Address, "/user-synchronization/add");
        var page = window.Page;
        await page.GetByLabel("Configuration Name").FillAsync("Wrong");
        await page.GetByLabel("Tenant ID").FillAsync("contoso.com");
        await page.GetByLabel("Client Secret", new() { Exact = true }).FillAsync(Guid.NewGuid().ToString());
        await page.GetByLabel("Number fields", new() { Exact = true }).FillAsync("businessPhone");

        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Expect(page.GetByLabel("Tenant ID")).ToBeFocusedAsync();
        await Expect(page.Locator("#tenant-id-fault")).ToContainTextAsync("SB-LINK-010");
        await Expect(page.Locator("#client-secret-fault")).ToContainTextAsync("SB-LINK-012");
        await Expect(page.Locator("#number-fields-fault")).ToContainTextAsync("businessPhones");
        await window.AssertFitAsync();
    }

    [Fact]
    public async Task A_failing_test_says_at_its_step_what_to_do_and_a_slow_one_can_be_cancelled()
    {
        await using var tenant = await Simulation.StartAsync(new SimulationOptions { Users = 10, Seed = 8 }, Cancel);
        await using var window = await ManagerWindow.OpenAsync(browser, server.Address, "/user-synchronization/add");
        var page = window.Page;
        await FillAsync(page, tenant);
        await page.GetByLabel("Configuration Name").FillAsync("Failing");
        await page.GetByLabel("Client Secret", new() { Exact = true }).FillAsync("not-the-secret");

        await page.GetByRole(AriaRole.Button, new() { Name = "Test Connection" }).ClickAsync();

        await Expect(page.GetByText("The connection does not work yet.")).ToBeVisibleAsync();
        await Expect(page.Locator("li.failed")).ToContainTextAsync("Sign-in");
        await Expect(page.Locator("li.failed")).ToContainTextAsync("SB-");
        await Expect(page.Locator("li.skipped").Last).ToContainTextAsync("First people");
        await window.AssertFitAsync();
    }

    /// <summary>A mapping that leaves nobody is held; the page tells what it would do, and applies it.</summary>
    private static async Task HoldAndApplyAsync(ManagerWindow window, ILocator panel)
    {
        var page = window.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "User Synchronization" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "SalesDirectory" }).ClickAsync();
        await Expect(page.GetByLabel("Number fields", new() { Exact = true })).ToHaveValueAsync("businessPhones,mobilePhone=M");
        await page.GetByLabel("Number fields", new() { Exact = true }).FillAsync("onPremisesExtensionAttributes/extensionAttribute15");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "SalesDirectory" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Dashboard" }).ClickAsync();
        await Expect(panel.Locator(".state", new() { HasText = "Held" })).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Link, new() { Name = "See what it would change" }).ClickAsync();

        await Expect(page.Locator(".changes .removed").First).ToBeVisibleAsync();
        await page.GetByLabel("Kind of change").SelectOptionAsync("Added");
        await Expect(page.GetByText("0 changes")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply once the next run agrees" }).ClickAsync();
        await Expect(page.GetByText("The next run may do this.")).ToBeVisibleAsync();
        await window.AssertFitAsync("held");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply", Exact = true }).ClickAsync();

        await Expect(panel.Locator(".state", new() { HasText = "Succeeded" })).ToBeVisibleAsync();
        await Expect(panel.Locator(".big")).ToHaveTextAsync("0");
    }

    private static async Task FillAsync(IPage page, Simulation tenant)
    {
        await page.GetByLabel("Tenant ID").FillAsync(tenant.TenantId);
        await page.GetByLabel("Client ID").FillAsync(tenant.ClientId);
        await page.GetByLabel("Client Secret", new() { Exact = true }).FillAsync(tenant.ClientSecret);
        await page.GetByText("Further settings").ClickAsync();
        await page.GetByLabel("Cloud").SelectOptionAsync("custom");
        await page.GetByLabel("Sign-in service").FillAsync(tenant.Endpoint.AbsoluteUri);
        await page.GetByLabel("Microsoft Graph").FillAsync(tenant.Endpoint.AbsoluteUri);
        await page.GetByLabel("Microsoft Graph").PressAsync("Tab");
    }
}
