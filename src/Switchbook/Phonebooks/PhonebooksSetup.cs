using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Switchbook.PhoneDirectory;

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

    public static void MapPhonebooks(this IEndpointRouteBuilder routes)
    {
        foreach (var (path, content) in IpOfficeLists)
        {
            routes.MapMethods(path, Methods, (HttpContext context, CurrentDirectory directory) => IpOffice(context, directory.Snapshot, content))
                .ExcludeFromDescription();
        }
    }

    private static PushStreamHttpResult IpOffice(HttpContext context, DirectorySnapshot snapshot, string content)
    {
        var document = new IpOfficeDirectory(snapshot, content, context.Connection.LocalIpAddress?.ToString() ?? context.Request.Host.Host);
        context.Response.Headers.Server = IpOfficeDirectory.Product;
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Stream(
            stream => document.WriteAsync(stream, context.RequestAborted),
            IpOfficeDirectory.ContentType,
            lastModified: snapshot.DataFrom,
            entityTag: new EntityTagHeaderValue($"\"{snapshot.Version:x}-{snapshot.DataFrom.UtcTicks:x}\""));
    }
}
