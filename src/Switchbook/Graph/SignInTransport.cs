using System.Text.Json;

namespace Switchbook.Graph;

/// <summary>
/// Carries MSAL's requests. It speaks http to a loopback sign-in service, which MSAL itself refuses, and it tells faults of
/// the service or the network (429, 5xx, HTML) before MSAL sees them: MSAL would answer every later request of this
/// process from its memory of the fault, with a corrected secret too.
/// </summary>
/// <param name="login">Whose scheme and port every request gets; null for those it has.</param>
internal sealed class SignInTransport(Uri? login, TimeSpan timeout, TimeProvider time, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = login is null
            ? request.RequestUri!
            : new UriBuilder(request.RequestUri!) { Scheme = login.Scheme, Port = login.Port }.Uri;
        request.RequestUri = address;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        HttpResponseMessage answer;
        try
        {
            answer = await base.SendAsync(request, limit.Token);
            await answer.Content.LoadIntoBufferAsync(limit.Token);
        }
        catch (Exception exception) when (IsFault(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw new RequestFailedException(HttpFailures.Of(exception, address), exception);
        }

        return await UsableAsync(answer, address, cancellationToken);
    }

    private static bool IsFault(Exception exception) =>
        exception is HttpRequestException or IOException or OperationCanceledException;

    private async Task<HttpResponseMessage> UsableAsync(
        HttpResponseMessage answer, Uri address, CancellationToken cancellationToken)
    {
        if (await FailureAsync(answer, address, cancellationToken) is { } failure)
        {
            answer.Dispose();
            throw new RequestFailedException(failure);
        }

        answer.Headers.RetryAfter = null;
        return answer;
    }

    private async Task<RequestFailure?> FailureAsync(
        HttpResponseMessage answer, Uri address, CancellationToken cancellationToken)
    {
        if ((int)answer.StatusCode is 407 or 408 or 429 or >= 500 or (>= 300 and < 400))
        {
            return HttpFailures.Of(answer, address, time.GetUtcNow());
        }

        if (!HttpFailures.IsJson(answer))
        {
            return HttpFailures.NotJson(HttpFailures.Of(answer, address, time.GetUtcNow()), answer);
        }

        try
        {
            using var whole = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
            return null;
        }
        catch (JsonException exception)
        {
            return HttpFailures.Of(exception, address);
        }
    }
}
