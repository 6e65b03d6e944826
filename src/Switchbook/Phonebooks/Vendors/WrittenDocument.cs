using System.Buffers;
using System.Security.Cryptography;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>A whole document in memory, and the entity tag (RFC 9110, section 8.8.3) that says what stands in it.</summary>
internal sealed record WrittenDocument(ReadOnlyMemory<byte> Bytes, string Tag)
{
    private const int TagBytes = 12;

    public static WrittenDocument Of(PhonebookDocument document, PhonebookPage page)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var xml = new XmlOutput(buffer);
        document.Begin(xml, page);
        var position = 0;
        foreach (var entry in page.Entries)
        {
            document.Entry(xml, entry, ++position);
        }

        document.End(xml, page);
        var digest = SHA256.HashData(buffer.WrittenSpan);
        return new(buffer.WrittenMemory, $"\"{Convert.ToHexStringLower(digest.AsSpan(0, TagBytes))}\"");
    }
}
