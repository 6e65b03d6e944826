using System.Buffers;
using System.IO.Pipelines;

using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

using Switchbook.Ldap.Codec;

namespace Switchbook.Ldap.Sessions;

/// <summary>One connection: reads messages, answers them, and sends the answers of one reading in one batch.</summary>
internal sealed class LdapSession : IAsyncDisposable
{
    private readonly LdapServer _server;
    private readonly ConnectionContext _connection;
    private readonly LdapPeer _peer;
    private readonly SessionOutput _output;
    private readonly SearchRunner _searches;
    private readonly CancellationToken _closed;

    private IDuplexPipe _transport;
    private TlsTransport? _tls;
    private SessionState _state;
    private DigestExchange? _exchange;
    private long _lastRequest;

    /// <summary>Since when a request has been coming in; 0 while none is.</summary>
    private long _begun;

    public LdapSession(LdapServer server, ConnectionContext connection, LdapPeer peer, ILogger logger)
    {
        _server = server;
        _connection = connection;
        _peer = peer;
        _transport = connection.Transport;
        _closed = connection.ConnectionClosed;
        _output = new SessionOutput(_transport.Output, server.Time);
        _searches = new SearchRunner(server, peer, _output, logger);
        _lastRequest = server.Time.GetTimestamp();
    }

    /// <summary>Serves the connection until one side ends it.</summary>
    public async Task RunAsync()
    {
        var isOpen = true;
        while (isOpen && _state != SessionState.Closing)
        {
            // Not cancelled when the client ends its half: what it asked before that is still answered.
            var read = await _transport.Input.ReadAsync(CancellationToken.None);
            Volatile.Write(ref _lastRequest, _server.Time.GetTimestamp());
            var rest = await AnswerAllAsync(read.Buffer);
            NoteRest(read.Buffer.Length, rest.Length);

            // What came in plain text behind a StartTLS request must not be taken for protected (RFC 4511, section 4.14.2).
            _transport.Input.AdvanceTo(_state == SessionState.StartingTls ? read.Buffer.End : rest.Start, rest.End);
            isOpen = !read.IsCompleted;
            if (_searches.Batch.Length > 0)
            {
                isOpen &= await _output.SendAsync(_searches.Batch);
            }

            if (_state == SessionState.StartingTls)
            {
                await StartTlsAsync();
            }
        }
    }

    /// <summary>Why the connection should end at a point in time; null while all is well.</summary>
    public string? Overdue(long now)
    {
        var time = _server.Time;
        var waiting = _output.WaitingSince;
        return waiting != 0 && time.GetElapsedTime(waiting, now) > _server.Options.SlowReaderTimeout ? "slow reader"
            : Volatile.Read(ref _begun) is not 0 and var begun && time.GetElapsedTime(begun, now) > _server.Options.SlowSenderTimeout ? "slow sender"
            : _searches.IsIdle && time.GetElapsedTime(Volatile.Read(ref _lastRequest), now) > _server.Options.IdleTimeout ? "idle"
            : null;
    }

    /// <summary>A request that only grows is still the one that began before.</summary>
    private void NoteRest(long before, long after) =>
        Volatile.Write(ref _begun, after == 0 ? 0 : after == before && _begun != 0 ? _begun : _server.Time.GetTimestamp());

    /// <summary>Ends the connection at once.</summary>
    public void Abort(string reason)
    {
        _server.Metrics.Disconnected(reason);
        _connection.Abort(new ConnectionAbortedException(reason));
    }

    public async ValueTask DisposeAsync()
    {
        await _searches.DisposeAsync();
        if (_tls is not null)
        {
            await _tls.DisposeAsync();
        }

        _output.Dispose();
    }

    private async ValueTask<ReadOnlySequence<byte>> AnswerAllAsync(ReadOnlySequence<byte> buffer)
    {
        while (_state is SessionState.Open or SessionState.Binding)
        {
            switch (LdapMessageReader.TryCut(ref buffer, _server.Options.MaximumMessageSize, out var frame))
            {
                case FrameStatus.Incomplete:
                    return buffer;
                case FrameStatus.Complete when LdapMessageReader.Decode(frame) is { } message:
                    await AnswerAsync(message);
                    break;
                case FrameStatus.TooLarge:
                    Disconnect("The message is too large.");
                    break;
                default:
                    Disconnect("The message is malformed.");
                    break;
            }
        }

        return buffer;
    }

    private ValueTask AnswerAsync(LdapMessage message) => (_state, message.Request) switch
    {
        (_, LdapRequest.Unbind) => Close(),
        (_, LdapRequest.Bind bind) => BindAsync(message.Id, bind),
        (_, LdapRequest.Abandon abandon) => Abandon(abandon.MessageId),
        (SessionState.Binding, var request) => Refuse(message, request, LdapResultCode.OperationsError, "Finish the SASL bind first."),
        (_, LdapRequest.Search search) => _searches.StartAsync(message, search),
        (_, LdapRequest.Compare compare) => Compare(message, compare),
        (_, LdapRequest.Extended extended) => Extend(message.Id, extended),
        (_, var request) => Refuse(message, request, LdapResultCode.UnwillingToPerform, "This directory is read-only."),
    };

    private ValueTask Close()
    {
        _state = SessionState.Closing;
        return ValueTask.CompletedTask;
    }

    private ValueTask Abandon(int messageId)
    {
        _searches.TryStop(messageId, false);
        return ValueTask.CompletedTask;
    }

    private async ValueTask BindAsync(int messageId, LdapRequest.Bind bind)
    {
        var start = _server.Metrics.Start();
        await _searches.StopAllAsync();
        _peer.Identity = null;
        var outcome = await _server.Binds.BindAsync(bind, _peer, _exchange, _closed);
        _peer.Identity = outcome.Identity;
        _exchange = outcome.Exchange;
        _state = _exchange is null ? SessionState.Open : SessionState.Binding;
        ResponseWriter.Bind(_searches.Batch, messageId, outcome.Result, outcome.ServerCredentials.Span);
        _server.Metrics.Done(start, "bind", outcome.Result.Code);
    }

    private ValueTask Compare(LdapMessage message, LdapRequest.Compare compare)
    {
        var start = _server.Metrics.Start();
        var result = _server.Assertions.Compare(message, compare, _peer);
        ResponseWriter.Result(_searches.Batch, message.Id, OperationTag.CompareResponse, result);
        _server.Metrics.Done(start, "compare", result.Code);
        return ValueTask.CompletedTask;
    }

    private ValueTask Extend(int messageId, LdapRequest.Extended extended)
    {
        (LdapResult Result, string? Oid, string? Value) answer = extended.Oid switch
        {
            ExtendedOid.WhoAmI => (LdapResult.Success, null, _peer.Identity?.AuthorizationId ?? ""),
            ExtendedOid.Cancel => (Cancel(extended.Value), null, null),
            ExtendedOid.StartTls => (AcceptTls(), ExtendedOid.StartTls, null),
            _ => (new LdapResult(LdapResultCode.ProtocolError, "This extended operation is unknown."), null, null),
        };
        ResponseWriter.Extended(_searches.Batch, messageId, answer.Result, answer.Oid, answer.Value);
        _server.Metrics.Done(_server.Metrics.Start(), "extended", answer.Result.Code);
        return ValueTask.CompletedTask;
    }

    /// <summary>Cancels a search (RFC 3909).</summary>
    private LdapResult Cancel(ReadOnlyMemory<byte>? value)
    {
        var outer = new BerReader(value.GetValueOrDefault());
        var reader = outer.Nested(BerTag.Sequence);
        var messageId = reader.Integer();
        return reader.Failed ? new LdapResult(LdapResultCode.ProtocolError, "The cancel request is malformed.")
            : _searches.TryStop(messageId, true) ? LdapResult.Success
            : new LdapResult(LdapResultCode.NoSuchOperation);
    }

    private LdapResult AcceptTls()
    {
        if (_server.Options.Tls is null)
        {
            return new LdapResult(LdapResultCode.ProtocolError, "StartTLS is not set up here.");
        }

        if (_peer.IsSecure || !_searches.IsIdle)
        {
            return new LdapResult(LdapResultCode.OperationsError, "TLS is up already, or searches are under way.");
        }

        _state = SessionState.StartingTls;
        return LdapResult.Success;
    }

    private async Task StartTlsAsync()
    {
        _tls = new TlsTransport(_transport);
        await _tls.AuthenticateAsync(_server.Options.Tls!, _server.Options.HandshakeTimeout, _server.Time, _closed);
        _transport = _tls;
        _output.Pipe = _tls.Output;
        _peer.IsSecure = true;
        _peer.Certificate = _tls.ClientCertificate;
        _peer.Identity = null;
        _state = SessionState.Open;
    }

    private ValueTask Refuse(LdapMessage message, LdapRequest request, LdapResultCode code, string text)
    {
        var result = new LdapResult(code, text);
        var tag = request switch
        {
            LdapRequest.Search => OperationTag.SearchResultDone,
            LdapRequest.Compare => OperationTag.CompareResponse,
            LdapRequest.Extended => OperationTag.ExtendedResponse,
            LdapRequest.Write write => write.ResponseTag,
            _ => throw new InvalidOperationException("This request has no answer."),
        };
        ResponseWriter.Result(_searches.Batch, message.Id, tag, result);
        _server.Metrics.Done(_server.Metrics.Start(), "refused", code);
        return ValueTask.CompletedTask;
    }

    private void Disconnect(string reason)
    {
        ResponseWriter.Disconnection(_searches.Batch, new LdapResult(LdapResultCode.ProtocolError, reason));
        _server.Metrics.Disconnected("malformed");
        _state = SessionState.Closing;
    }
}
