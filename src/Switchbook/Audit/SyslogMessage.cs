using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Switchbook.Audit;

/// <summary>A line of the audit record as a syslog message (RFC 5424, section 6); the message itself is the line as JSON.</summary>
internal static class SyslogMessage
{
    /// <summary>"log audit" (RFC 5424, table 1).</summary>
    private const int Facility = 13;
    private const int Warning = 4;
    private const int Notice = 5;

    /// <summary>The longest MSGID (section 6.2.7).</summary>
    private const int LongestId = 32;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string Host = Dns.GetHostName();

    public static byte[] Of(AuditLine line)
    {
        var severity = line.Kind.EndsWith(".refused", StringComparison.Ordinal) || line.Kind == "run.failed" ? Warning : Notice;
        var id = line.Kind.Length > LongestId ? line.Kind[..LongestId] : line.Kind;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"<{(Facility * 8) + severity}>1 {line.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {Host} switchbook {Environment.ProcessId} {id} - \uFEFF{JsonSerializer.Serialize(line, Json)}");
        return Encoding.UTF8.GetBytes(text);
    }
}
