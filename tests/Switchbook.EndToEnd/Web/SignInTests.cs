using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Switchbook.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace Switchbook.EndToEnd.Web;

/// <summary>From the first operator to a viewer who signs out, on a server of its own: once it has operators, nobody else is let in.</summary>
public sealed partial class SignInTests(Browser browser)
{
    private const string Password = "correct horse";

    [Fact]
    public async Task The_first_operator_is_made_a_viewer_sees_and_cannot_act_and_a_new_password_ends_open_windows()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        var invitation = Invitation().Match(server.Said).Value;
        Assert.StartsWith(server.Address.GetLeftPart(UriPartial.Authority), invitation, StringComparison.Ordinal);

        await using var window = await ManagerWindow.OpenAsync(browser, server.Address, new Uri(invitation).PathAndQuery);
        var page = window.Page;
        await page.GetByLabel("Name").FillAsync("maria");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Password, once more").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the operator and sign in" }).ClickAsync();
        await window.LiveAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Synchronize now" })).ToBeVisibleAsync();

        await RollBackAndReleaseAsync(server, window);
        await AddViewerAsync(window);
        await using var viewer = await ManagerWindow.OpenAsync(browser, server.Address, "/user-synchronization", 400, ColorScheme.Dark);
        await viewer.AssertFitAsync("sign-in");
        await SignInAsync(viewer.Page, "reception", "wrong horse!");
        await Expect(viewer.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SB-OPERATOR-006");
        await SignInAsync(viewer.Page, "reception", Password);
        await viewer.LiveAsync();
        await Expect(viewer.Page.GetByText(RunningServer.LinkName)).ToBeVisibleAsync();
        await Expect(viewer.Page.GetByText("Remove")).ToHaveCountAsync(0);
        await viewer.GoAsync("/");
        await Expect(viewer.Page.GetByRole(AriaRole.Article)).ToBeVisibleAsync();
        await Expect(viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Synchronize now" })).ToHaveCountAsync(0);

        await server.RunAsync("another horse", "operator", "password", "maria");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();

        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await viewer.AssertFitAsync("menu");
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(viewer.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    private static async Task AddViewerAsync(ManagerWindow window)
    {
        var page = window.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Operators" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("reception");
        await page.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync("Viewer");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "reception", Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove maria" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SB-OPERATOR-005");
        await window.AssertFitAsync("operators");

        await window.GoAsync("/audit?kind=operator.added");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "reception" })).ToContainTextAsync("operator maria");
    }

    /// <summary>The directory's past, here since a roll-back is seen by everybody who shares a server.</summary>
    private static async Task RollBackAndReleaseAsync(RunningServer server, ManagerWindow window)
    {
        var page = window.Page;
        await server.RunAsync("", "directory", "add", "Taxi", "01632 960 777");
        await window.GoAsync("/history");
        await page.GetByLabel("Number", new() { Exact = true }).FillAsync("01632960777");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look up" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Taxi", Exact = true })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Roll back" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Roll back", Exact = true }).ClickAsync();
        await Expect(page.GetByText("The directory is rolled back")).ToBeVisibleAsync();
        await window.AssertFitAsync("history");
        Assert.Equal("", await server.Http.GetStringAsync("/lookup?number=01632960777", TestContext.Current.CancellationToken));
        await page.GetByRole(AriaRole.Button, new() { Name = "Release" }).ClickAsync();
        await Expect(page.GetByText("The directory is rolled back")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "1 added" }).ClickAsync();
        await Expect(page.Locator(".changes .added")).ToHaveCountAsync(1);
    }

    private static async Task SignInAsync(IPage page, string name, string password)
    {
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    [GeneratedRegex(@"http://\S+/setup\?token=\S+", RegexOptions.None, 1000)]
    private static partial Regex Invitation();
}
