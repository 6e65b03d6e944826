using Microsoft.Playwright;

namespace Switchbook.EndToEnd.Running;

/// <summary>Pictures of pages, light and dark, when they are asked for: SWITCHBOOK_PICTURES=1.</summary>
internal static class Pictures
{
    private static readonly string Place = Path.Combine(AppContext.BaseDirectory, "screenshots");

    public static async Task TakeAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SWITCHBOOK_PICTURES") is null)
        {
            return;
        }

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.ScreenshotAsync(new()
            {
                Path = Path.Combine(Place, $"{name}-{page.ViewportSize!.Width}-{scheme}.png".ToLowerInvariant()),
                FullPage = true,
            });
        }
    }
}
