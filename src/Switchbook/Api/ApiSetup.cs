using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
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
            Secure(document);
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

    /// <summary>Programs show a token of <c>token add</c>; on the computer itself they may read without.</summary>
    private static void Secure(OpenApiDocument document)
    {
        const string Name = "token";
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Name] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A token of 'switchbook token add'. On the server's computer programs may read without one.",
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Name, document)] = [] }];
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
        routes.MapGroup("").WithTags("Audit").MapAudit();
    }
}
