using Microsoft.AspNetCore.Http.HttpResults;
using Switchbook.Audit;
using Switchbook.Exports;
using Switchbook.Numbers;
using Switchbook.Phonebooks;
using Switchbook.PhoneDirectory;
using Switchbook.Storage.Auditing;

namespace Switchbook.Api;

/// <summary><c>/api/v1/directory/export</c>: the directory as a file, the same that the command line writes.</summary>
internal static class ExportEndpoints
{
    public static void MapExport(this IEndpointRouteBuilder api) =>
        api.MapGet("/directory/export", Export)
            .WithSummary("Writes the directory as csv, ldif, vcard, vcard3, json, ipoffice, ipoffice-csv or the phonebook of a vendor.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static PushStreamHttpResult Export(
        HttpContext context, CurrentDirectory directory, ExportCatalogue formats, ServerAddress address, AuditNotes notes, string format = "csv", string? numbers = null)
    {
        var export = formats.Get(format);
        notes.Add("directory.exported", AuditActor.Current, format);
        var request = new ExportRequest(directory.Snapshot, address.For(context.Request), numbers is null ? null : NumberPolicyText.Read(numbers));
        return TypedResults.Stream(
            stream => export.WriteAsync(request, stream, context.RequestAborted), export.ContentType, export.FileName);
    }
}
