using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>A whole document in memory, and the entity tag (RFC 9110, section 8.8.3) that says what stands in it.</summary>
internal sealed record WrittenDocument(ReadOnlyMemory<byte> Bytes, string Tag)
{
    private readonly Lazy<ReadOnlyMemory<byte>> _packed = new(() => Pack(Bytes));

    /// <summary>The same, packed by gzip when first asked for.</summary>
    public ReadOnlyMemory<byte> Packed => _packed.Value;

    private const int TagBytes = 12;

    /// <summary>Room for one more entry with the longest name, and the document's end.</summary>
    private const int LargestEnd = 2_000;

    public static WrittenDocument Of(PhonebookDocument document, PhonebookPage page)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var xml = new XmlOutput(buffer);
        document.Begin(xml, page);
        var position = 0;
        foreach (var entry in page.Entries)
        {
            if (page.Text.Length > 0 && buffer.WrittenCount > document.LargestSearch - LargestEnd)
            {
                break;
            }

            document.Entry(xml, entry, ++position);
        }

        document.End(xml, page);
        var bytes = document.IsLatin ? LatinText.Of(buffer.WrittenSpan) : buffer.WrittenMemory;
        var digest = SHA256.HashData(bytes.Span);
        return new(bytes, $"\"{Convert.ToHexStringLower(digest.AsSpan(0, TagBytes))}\"");
    }

    [SuppressMessage("Usage", "MA0045", Justification = "From memory to memory, once for each document.")]
    private static ReadOnlyMemory<byte> Pack(ReadOnlyMemory<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes.Span);
        }

        return packed.ToArray();
    }
}
