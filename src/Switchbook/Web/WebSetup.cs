using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.FluentUI.AspNetCore.Components;
using Switchbook.Access.Operators;
using Switchbook.Web.Entries;
using Switchbook.Web.Shell;
using Switchbook.Web.SignIn;

namespace Switchbook.Web;

/// <summary>Composition of the Web Manager.</summary>
internal static class WebSetup
{
    public static WebApplicationBuilder AddWeb(this WebApplicationBuilder builder)
    {
        // A built program that is not published finds its own and its components' files by a manifest beside it.
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        builder.Services.AddLocalization();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddFluentUIComponents();
        builder.Services.AddSignIn();
        builder.Services.AddSingleton<Pulse>().AddScoped<Viewer>().AddScoped<Wording>().AddSingleton<ConflictedEntries>();
        return builder;
    }

    public static void MapWeb(this WebApplication app)
    {
        app.UseMiddleware<ViewerCulture>();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapPreferences();
        app.MapSignOut();
        app.MapRazorComponents<App>()
            .RequireAuthorization(policy => policy.RequireRole(nameof(OperatorRole.Viewer)))
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null); // Access says it for every answer.
    }
}
