using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Switchbook.Access.Clients;
using Switchbook.Phonebooks.Vendors;
using Switchbook.PhoneDirectory;
using Switchbook.Views;

namespace Switchbook.Phonebooks;

/// <summary>Composition of the documents that PBXs and phones fetch.</summary>
internal static class PhonebooksSetup
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// The addresses that an IP Office asks, by its setting <c>List</c> (All, Config Only, LDAP Only, HTTP Only). The directory
    /// is the same behind each; only the first two are known from a real PBX, the others are named after them.
    /// </summary>
    private static readonly (string Path, string Content)[] IpOfficeLists =
    [
        ("/system/dir/complete_dir_list", "complete_directory"),
        ("/system/dir/cfg_dir_list", "cfg_directory"),
        ("/system/dir/ldap_dir_list", "ldap_directory"),
        ("/system/dir/http_dir_list", "http_directory"),
    ];

    /// <summary>The settings of phonebooks, and the documents that they are for, for the server and the command line.</summary>
    public static IServiceCollection AddPhonebooks(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<PhonebookOptions>()
            .BindConfiguration(PhonebookOptions.Section)
            .ValidateDataAnnotations();
        return services.AddViews().AddSingleton<ServerAddress>().AddSingleton<NumberPolicies>().AddSingleton<IpOfficeDocuments>().AddVendorPhonebooks();
    }

    public static void MapPhonebooks(this IEndpointRouteBuilder routes)
    {
        var doors = PhoneDoor.Of(routes);
        foreach (var (path, content) in IpOfficeLists)
        {
            doors.MapMethods(path, Methods, (HttpContext context, ViewedDirectory directory, IpOfficeDocuments documents) => IpOffice(context, directory.For(context), documents, content))
                .ExcludeFromDescription();
        }
    }

    private static PushStreamHttpResult IpOffice(
        HttpContext context, DirectorySnapshot snapshot, IpOfficeDocuments documents, string content)
    {
        var document = documents.Of(snapshot, content, context.Request.Host.Host);
        context.Response.Headers.Server = IpOfficeDirectory.Product;
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Stream(
            stream => document.WriteAsync(stream, context.RequestAborted),
            IpOfficeDirectory.ContentType,
            lastModified: snapshot.DataFrom,
            entityTag: new EntityTagHeaderValue($"\"{snapshot.Version:x}-{snapshot.DataFrom.UtcTicks:x}\""));
    }
}
