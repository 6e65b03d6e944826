using Switchbook.Phonebooks;
using Switchbook.Phonebooks.Vendors;

namespace Switchbook.Exports;

/// <summary>A vendor's phonebook, the same document that its phones fetch; where that has pages, the first.</summary>
internal sealed class PhonebookExport(PhonebookDocument document, NumberPolicies policies) : DirectoryExport
{
    public override string Name => document.Vendor;

    public override string ContentType => document.ContentType;

    public override string FileName => $"{document.Vendor}.xml";

    public override async Task WriteAsync(ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        var policy = request.Numbers ?? policies.Of(document.Vendor);
        var page = PhonebookReader.Read(document, new("", 0, null), request.Address, request.Snapshot, policy);
        await output.WriteAsync(WrittenDocument.Of(document, page).Bytes, cancellationToken);
    }
}
