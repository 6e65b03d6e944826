using System.Text;
using Switchbook.Numbers;
using Switchbook.PhoneDirectory;

namespace Switchbook.Exports;

/// <summary>A file of text in UTF-8, written piece by piece so that a large directory takes no memory.</summary>
internal abstract class TextExport(string name, string contentType, string fileName) : DirectoryExport
{
    private const int Buffer = 16 * 1024;

    public sealed override string Name => name;

    public sealed override string ContentType => $"{contentType}; charset=utf-8";

    public sealed override string FileName => fileName;

    public sealed override async Task WriteAsync(ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), Buffer, leaveOpen: true);
        foreach (var piece in Pieces(request.Snapshot, request.Numbers ?? NumberPolicy.Stored))
        {
            await writer.WriteAsync(piece.AsMemory(), cancellationToken);
        }
    }

    protected abstract IEnumerable<string> Pieces(DirectorySnapshot snapshot, NumberPolicy policy);
}
