using Switchbook.Phonebooks;

namespace Switchbook.Exports;

/// <summary>What an IP Office reads at <c>/system/dir/complete_dir_list</c>.</summary>
internal sealed class IpOfficeExport(IpOfficeDocuments documents) : DirectoryExport
{
    public override string Name => NumberPolicies.IpOffice;

    public override string ContentType => IpOfficeDirectory.ContentType;

    public override string FileName => "ipoffice.xml";

    public override Task WriteAsync(ExportRequest request, Stream output, CancellationToken cancellationToken) =>
        documents.Of(request.Snapshot, "complete_directory", new Uri(request.Address).Host, request.Numbers).WriteAsync(output, cancellationToken);
}
