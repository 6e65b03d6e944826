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
        await window.AssertFitAsync("set-up");
        await page.GetByLabel("Name").FillAsync("maria");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Password, once more").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the operator and sign in" }).ClickAsync();
        await window.LiveAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Synchronize now" })).ToBeVisibleAsync();
        await window.AssertFitAsync("administrator");

        await server.RunAsync(Password, "operator", "add", "reception", "--role", "viewer");
        await using var viewer = await ManagerWindow.OpenAsync(browser, server.Address, "/user-synchronization", 400, ColorScheme.Dark);
        await viewer.AssertFitAsync("sign-in");
        await SignInAsync(viewer.Page, "reception", "wrong horse!");
        await Expect(viewer.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("SB-OPERATOR-006");
        await viewer.AssertFitAsync("refused");
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

    private static async Task SignInAsync(IPage page, string name, string password)
    {
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    [GeneratedRegex(@"http://\S+/setup\?token=\S+", RegexOptions.None, 1000)]
    private static partial Regex Invitation();
}
