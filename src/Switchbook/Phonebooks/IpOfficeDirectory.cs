using System.Globalization;
using System.Text;
using Switchbook.Numbers;
using Switchbook.PhoneDirectory;

namespace Switchbook.Phonebooks;

/// <summary>
/// The document that an Avaya IP Office reads by its HTTP directory import: <c>name</c> and <c>numb</c> in pairs, without an
/// element around a record. It is written record by record, straight from the snapshot.
/// </summary>
internal sealed class IpOfficeDirectory(DirectorySnapshot snapshot, string content, string server, NumberPolicy policy)
{
    /// <summary>What a PBX that served its own directory would call itself.</summary>
    public const string Product = "IPOffice/8.1(69)";

    public const string ContentType = "text/xml; charset=utf-8";

    /// <summary>Sorts behind everybody, so that a phone shows at the list's end how old it is.</summary>
    private const string UpdatedName = "zzLastUpdated";

    private const string Namespace = "http://www.avaya.com/ipoffice/corporatedirectory";

    /// <summary>Characters that gather before they go out.</summary>
    private const int Chunk = 16 * 1024;

    /// <summary>Whether a last record tells the time of the data as its number, in UTC.</summary>
    public bool TellsUpdate { get; init; }

    public async Task WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), Chunk, leaveOpen: true);
        var text = new StringBuilder(Chunk + 1024);
        Open(text);
        foreach (var (name, number) in Records())
        {
            text.Append("    <name>").AppendXml(name).Append("</name><numb>").AppendXml(number).Append("</numb>\n");
            if (text.Length >= Chunk)
            {
                await writer.WriteAsync(text, cancellationToken);
                text.Clear();
            }
        }

        text.Append("  </list>\n</corporate_dir>\n");
        await writer.WriteAsync(text, cancellationToken);
    }

    private IEnumerable<(string Name, string Number)> Records()
    {
        var records = new IpOfficeRecords(snapshot, policy);
        return TellsUpdate
            ? records.Append((UpdatedName, snapshot.DataFrom.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)))
            : records;
    }

    private void Open(StringBuilder text) => text
        .Append("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n")
        .Append("<corporate_dir xmlns=\"").Append(Namespace)
        .Append("\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"")
        .Append(Namespace).Append(" corporate_dir.xsd\">\n")
        .Append("  <data_source>").AppendXml($"IPOFFICE/8.1(69) {server}").Append("</data_source>\n")
        .Append("  <content>").AppendXml(content).Append("</content>\n")
        .Append(CultureInfo.InvariantCulture, $"  <modified>{snapshot.DataFrom.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}</modified>\n")
        .Append("  <stale_data>false</stale_data>\n  <list>\n");
}
