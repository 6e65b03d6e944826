using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Switchbook.Access.Operators;

namespace Switchbook.Api;

/// <summary>Composition of the JSON interface for programs.</summary>
internal static class ApiSetup
{
    private const string Root = "/api";

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            (document.Info.Title, document.Info.Version) = ("Switchbook", "v1");
            return Task.CompletedTask;
        }));
        services.AddProblemDetails();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
        return services.AddSingleton<AskedRun>();
    }

    public static void MapApi(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal), api => api.UseMiddleware<ApiFaults>());
        app.MapOpenApi("/openapi/{documentName}.json").ForPrograms(OperatorRole.Viewer);
        var routes = app.MapGroup($"{Root}/v1").ForPrograms(OperatorRole.Viewer);
        var directory = routes.MapGroup("").WithTags("Directory");
        directory.MapDirectory();
        directory.MapExport();
        directory.MapImport();
        directory.MapReport();
        routes.MapGroup("").WithTags("Links").MapLinks();
        routes.MapGroup("").WithTags("Links").MapHeld();
        routes.MapGroup("").WithTags("History").MapHistory();
    }
}
