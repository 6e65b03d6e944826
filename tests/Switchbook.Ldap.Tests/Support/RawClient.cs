using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

using Switchbook.Ldap.Codec;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Tests.Support;

/// <summary>A client that says what it is told to, right or wrong.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient _tcp = new();
    private byte[] _unread = [];

    private Stream? _stream;

    public Stream Stream => _stream ??= _tcp.GetStream();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RawClient> ConnectAsync(int port)
    {
        var client = new RawClient();
        await client._tcp.ConnectAsync(IPAddress.Loopback, port, Cancellation);
        return client;
    }

    public static byte[] Bind(int id, string name = "", string password = "", int version = 3) => Message(id, OperationTag.BindRequest, writer =>
    {
        writer.Integer(version);
        writer.Text(name);
        writer.Text(password, 0x80);
    });

    public static byte[] SaslBind(int id, string mechanism, string? credentials) => Message(id, OperationTag.BindRequest, writer =>
    {
        writer.Integer(3);
        writer.Text("");
        var sasl = writer.Open(0xA3);
        writer.Text(mechanism);
        if (credentials is not null)
        {
            writer.Text(credentials);
        }

        writer.Close(sasl);
    });

    public static byte[] Search(
        int id,
        string filter,
        string name = SampleEntries.Base,
        LdapScope scope = LdapScope.WholeSubtree,
        int sizeLimit = 0,
        int timeLimit = 0,
        Action<BerWriter>? controls = null,
        params string[] attributes) =>
        Message(
            id,
            OperationTag.SearchRequest,
            writer =>
            {
                writer.Text(name);
                writer.Integer((int)scope, BerTag.Enumerated);
                writer.Integer(0, BerTag.Enumerated);
                writer.Integer(sizeLimit);
                writer.Integer(timeLimit);
                writer.Boolean(false);
                writer.Raw(FilterText.Encode(filter));
                var list = writer.Open(BerTag.Sequence);
                foreach (var attribute in attributes)
                {
                    writer.Text(attribute);
                }

                writer.Close(list);
            },
            controls);

    public static byte[] Extended(int id, string oid, byte[]? value = null) => Message(id, OperationTag.ExtendedRequest, writer =>
    {
        writer.Text(oid, 0x80);
        if (value is not null)
        {
            writer.OctetString(value, 0x81);
        }
    });

    public static byte[] Abandon(int id, byte abandoned) => [0x30, 0x06, 0x02, 0x01, (byte)id, 0x50, 0x01, abandoned];

    public static byte[] Message(int id, byte tag, Action<BerWriter> operation, Action<BerWriter>? controls = null)
    {
        using var writer = new BerWriter(256);
        var message = writer.Open(BerTag.Sequence);
        writer.Integer(id);
        var content = writer.Open(tag);
        operation(writer);
        writer.Close(content);
        if (controls is not null)
        {
            var list = writer.Open(OperationTag.Controls);
            controls(writer);
            writer.Close(list);
        }

        writer.Close(message);
        return writer.WrittenSpan.ToArray();
    }

    public static void Control(BerWriter writer, string oid, bool isCritical, byte[]? value = null)
    {
        var control = writer.Open(BerTag.Sequence);
        writer.Text(oid);
        writer.Boolean(isCritical);
        if (value is not null)
        {
            writer.OctetString(value);
        }

        writer.Close(control);
    }

    public async Task SendAsync(params byte[][] messages) =>
        await Stream.WriteAsync(messages.SelectMany(octets => octets).ToArray(), Cancellation);

    /// <summary>Sends one request and reads its one answer.</summary>
    public async Task<RawMessage> AskAsync(byte[] message)
    {
        await SendAsync(message);
        return await ReadAsync() ?? throw new InvalidOperationException("The server closed the connection.");
    }

    /// <summary>Sends a search and reads up to its end.</summary>
    public async Task<(IReadOnlyList<string> Names, RawMessage Done)> FindAsync(byte[] search)
    {
        await SendAsync(search);
        var names = new List<string>();
        while (await ReadAsync() is { } message)
        {
            if (message.Tag == OperationTag.SearchResultDone)
            {
                return (names, message);
            }

            names.Add(Encoding.UTF8.GetString(new BerReader(message.Content).OctetString().Span));
        }

        throw new InvalidOperationException("The server closed the connection.");
    }

    /// <summary>The next message; null when the server closed the connection.</summary>
    public async Task<RawMessage?> ReadAsync()
    {
        var buffer = new byte[8192];
        while (true)
        {
            var sequence = new System.Buffers.ReadOnlySequence<byte>(_unread);
            if (LdapMessageReader.TryCut(ref sequence, int.MaxValue, out var frame) == FrameStatus.Complete)
            {
                _unread = _unread[^(int)sequence.Length..];
                var reader = new BerReader(frame);
                var id = reader.Integer();
                var content = reader.Any(out var tag);
                return new RawMessage(id, tag, content, reader.AtEnd ? default : reader.Value(OperationTag.Controls));
            }

            var count = await Stream.ReadAsync(buffer, Cancellation);
            if (count == 0)
            {
                return null;
            }

            _unread = [.. _unread, .. buffer.AsSpan(0, count)];
        }
    }

    /// <summary>Lays TLS over the connection.</summary>
    public async Task<SslStream> SecureAsync()
    {
        var secure = new SslStream(Stream, true, (_, certificate, _, _) => certificate is not null);
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost" }, Cancellation);
        _stream = secure;
        return secure;
    }

    public void EndSending() => _tcp.Client.Shutdown(SocketShutdown.Send);

    public void Dispose() => _tcp.Dispose();
}
