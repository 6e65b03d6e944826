using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text;
using Switchbook.Access.Views;

namespace Switchbook.Access.Clients;

/// <summary>Finds out which client sends an HTTP request: by token, by HTTP Basic (RFC 7617), by TLS certificate, else by address alone.</summary>
internal static class RequestClient
{
    private static readonly object ViewKey = new();

    /// <summary>The view of the client that was found; null for the whole directory.</summary>
    public static ClientView? ViewOf(HttpContext context) => context.Items.TryGetValue(ViewKey, out var view) ? (ClientView?)view : null;

    /// <summary>Whether a request shows more than its address.</summary>
    public static bool ShowsCredentials(HttpContext context) =>
        TokenPath.Of(context) is not null || context.Request.Headers.Authorization.Count > 0 || context.Connection.ClientCertificate is not null;

    /// <summary>Finds it, and keeps its view for the answer.</summary>
    public static async ValueTask<Client?> FindAsync(HttpContext context, ClientGate gate)
    {
        var client = await AskAsync(context, gate);
        if (client?.View is { } view)
        {
            context.Items[ViewKey] = view;
        }

        return client;
    }

    private static async ValueTask<Client?> AskAsync(HttpContext context, ClientGate gate)
    {
        var address = context.Connection.RemoteIpAddress;
        return TokenPath.Of(context) is { } token ? gate.WithToken(token, address)
            : Basic(context.Request) is var (name, password) ? await gate.WithPasswordAsync(name, password, address)
            : context.Connection.ClientCertificate is { } certificate && gate.WithCertificate(certificate, address) is { } known ? known
            : gate.AtAddress(address);
    }

    private static (string Name, string Password)? Basic(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            || !header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            || header.Parameter is not { } parameter
            || !Base64.IsValid(parameter))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(Convert.FromBase64String(parameter));
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (text[..colon], text[(colon + 1)..]);
    }
}
