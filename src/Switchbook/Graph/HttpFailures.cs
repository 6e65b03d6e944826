using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Switchbook.Graph;

/// <summary>Reads what went wrong out of an answer or an exception of <see cref="HttpClient"/>.</summary>
internal static class HttpFailures
{
    /// <summary>The failure that an answer without success stands for, but for what its body says.</summary>
    public static RequestFailure Of(HttpResponseMessage answer, Uri address, DateTimeOffset now)
    {
        var status = (int)answer.StatusCode;
        var kind = status switch
        {
            407 => FailureKind.Proxy,
            >= 300 and < 400 => FailureKind.Redirect,
            _ => FailureKind.Status,
        };
        return new()
        {
            Kind = kind,
            Address = address,
            Status = status,
            Detail = kind == FailureKind.Redirect ? answer.Headers.Location?.ToString() : answer.ReasonPhrase,
            RequestId = Header(answer.Headers, "request-id") ?? Header(answer.Headers, "x-ms-request-id"),
            ClientRequestId = Header(answer.Headers, "client-request-id"),
            Date = answer.Headers.Date,
            RetryAfter = RetryAfter(answer.Headers, now),
        };
    }

    /// <summary>Nothing came, or it broke off.</summary>
    public static RequestFailure Of(Exception exception, Uri address) => new()
    {
        Kind = KindOf(exception),
        Address = address,
        Status = exception is HttpRequestException { StatusCode: { } status } ? (int)status : 0,
        Detail = Innermost(exception).Message.TrimEnd('.'),
    };

    /// <summary>Whether the answer says that it is JSON.</summary>
    public static bool IsJson(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType is { } type
        && (type.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    /// <summary>The answer is something else than JSON.</summary>
    public static RequestFailure NotJson(RequestFailure answered, HttpResponseMessage answer) =>
        answered with
        {
            Kind = FailureKind.NotJson,
            Detail = answer.Content.Headers.ContentType?.MediaType ?? "an answer without a type",
        };

    private static FailureKind KindOf(Exception exception) => exception switch
    {
        _ when Causes(exception).Any(cause => cause is UntrustedCertificateException) => FailureKind.Certificate,
        PageTooLargeException => FailureKind.TooLarge,
        OperationCanceledException or TimeoutException => FailureKind.Timeout,
        HttpRequestException { StatusCode: HttpStatusCode.ProxyAuthenticationRequired } => FailureKind.Proxy,
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => FailureKind.Proxy,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => FailureKind.NameResolution,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => FailureKind.Tls,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } when NotResolved(exception) => FailureKind.NameResolution,
        HttpRequestException => FailureKind.Connection,
        _ => FailureKind.Broken,
    };

    private static bool NotResolved(Exception exception) => Causes(exception).Any(cause =>
        cause is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData });

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static Exception Innermost(Exception exception) =>
        Causes(exception).FirstOrDefault(cause => cause is UntrustedCertificateException) ?? exception.GetBaseException();

    private static string? Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var wait = headers.RetryAfter?.Delta ?? (headers.RetryAfter?.Date is { } date ? date - now : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>A time span as people say it, in whole seconds.</summary>
    public static string Seconds(TimeSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalSeconds)} s");
}
