using System.Diagnostics.CodeAnalysis;
using System.Security.Authentication;

using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

using Switchbook.Ldap.Sessions;

namespace Switchbook.Ldap.Hosting;

/// <summary>Where Kestrel hands a connection over.</summary>
internal sealed partial class LdapConnectionHandler(
    LdapServer server, SessionTable sessions, ILogger<LdapConnectionHandler> logger) : ConnectionHandler
{
    [SuppressMessage("Design", "CA1031", Justification = "What goes wrong on one connection ends that connection and nothing else.")]
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        if (!sessions.TryEnter(connection.RemoteEndPoint))
        {
            server.Metrics.Disconnected("too many");
            connection.Abort(new ConnectionAbortedException("There are too many connections."));
            return;
        }

        server.Metrics.Opened();
        var session = new LdapSession(server, connection, PeerOf(connection), logger);
        sessions.Add(session);
        try
        {
            await session.RunAsync();
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or AuthenticationException)
        {
            // The peer went away, was sent away, or could not agree on TLS: every day's business.
            LogEnded(exception, connection.ConnectionId);
        }
        catch (Exception exception)
        {
            LogFault(exception, connection.ConnectionId);
        }
        finally
        {
            sessions.Remove(session);
            await session.DisposeAsync();
            sessions.Leave(connection.RemoteEndPoint);
            server.Metrics.Closed();
        }
    }

    private static LdapPeer PeerOf(ConnectionContext connection)
    {
        var tls = connection.Features.Get<ITlsConnectionFeature>();
        return new LdapPeer(connection.RemoteEndPoint, connection.LocalEndPoint)
        {
            IsSecure = tls is not null || connection.Features.Get<ITlsHandshakeFeature>() is not null,
            Certificate = tls?.ClientCertificate,
        };
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Connection {ConnectionId} ended early.")]
    private partial void LogEnded(Exception exception, string connectionId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Connection {ConnectionId} failed.")]
    private partial void LogFault(Exception exception, string connectionId);
}
