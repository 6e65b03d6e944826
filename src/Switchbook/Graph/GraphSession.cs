using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Switchbook.Graph;

/// <summary>Asks one tenant's Graph on behalf of one run: signs in, sends, tries again, and hands the body to a reader.</summary>
internal sealed partial class GraphSession(
    TenantConnection connection, TokenSource tokens, HttpMessageInvoker http, RetryPolicy retries, SessionRules rules)
{
    /// <summary>What we call ourselves.</summary>
    public static readonly ProductInfoHeaderValue UserAgent =
        new("switchbook", typeof(GraphSession).Assembly.GetName().Version!.ToString(3));

    private const int LargestErrorBytes = 64 * 1024;

    public TenantConnection Connection => connection;

    public ReadMeter Meter => rules.Meter;

    /// <summary>Reads the body of a successful answer; called again from its beginning when the answer breaks off.</summary>
    internal delegate Task<T> BodyReader<T>(Stream body, CancellationToken cancellationToken);

    /// <summary>Signs in, or takes the kept token if it holds the permissions that reading <paramref name="scope"/> needs.</summary>
    /// <exception cref="RequestFailedException">The sign-in service or the network failed.</exception>
    /// <exception cref="Problems.ProblemException">The sign-in service refuses.</exception>
    public Task<GraphToken> SignInAsync(ReadScope scope, CancellationToken cancellationToken)
    {
        return retries.ExecuteAsync(AttemptAsync, cancellationToken);

        // A token carries the permissions of the hour in which it was made: one from before an administrator's consent would
        // fail every run until it ends.
        async Task<GraphToken> AttemptAsync(CancellationToken token)
        {
            var kept = await tokens.GetAsync(fresh: false, token);
            return kept.Roles is { } roles && GraphPermissions.Missing(scope, roles).Count > 0
                ? await tokens.GetAsync(fresh: true, token)
                : kept;
        }
    }

    /// <summary>Gets one resource whole. A refused token is replaced once.</summary>
    /// <exception cref="RequestFailedException">The last failure, when another try is not worth it.</exception>
    /// <exception cref="Problems.ProblemException">The sign-in service refuses.</exception>
    public Task<T> GetAsync<T>(Uri address, bool eventual, BodyReader<T> read, CancellationToken cancellationToken) =>
        AskAsync(new(HttpMethod.Get, address, eventual), read, cancellationToken);

    /// <summary>Asks for something, or to change something; what has no body is read as an empty one. A refused token is replaced once.</summary>
    /// <exception cref="RequestFailedException">The last failure, when another try is not worth it.</exception>
    /// <exception cref="Problems.ProblemException">The sign-in service refuses.</exception>
    public Task<T> AskAsync<T>(GraphQuestion question, BodyReader<T> read, CancellationToken cancellationToken)
    {
        return retries.ExecuteAsync(AttemptAsync, cancellationToken);

        async Task<T> AttemptAsync(CancellationToken token)
        {
            var kept = await tokens.GetAsync(fresh: false, token);
            try
            {
                return await SendAsync(question, kept, read, token);
            }
            catch (RequestFailedException exception) when (exception.Failure is { Kind: FailureKind.Status, Status: 401 })
            {
                var fresh = await tokens.GetAsync(fresh: true, token);
                return await SendAsync(question, fresh, read, token);
            }
        }
    }

    private async Task<T> SendAsync<T>(GraphQuestion question, GraphToken token, BodyReader<T> read, CancellationToken cancellationToken)
    {
        var address = question.Address;
        var id = Guid.NewGuid().ToString();
        RequestFailure? answered = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(rules.RequestTimeout);
        try
        {
            Meter.Requested();
            using var request = Request(question, token, id);
            using var answer = await http.SendAsync(request, limit.Token);
            answered = HttpFailures.Of(answer, address, rules.Surroundings.Time.GetUtcNow());
            if (await FailureAsync(answer, answered, limit.Token) is { } failure)
            {
                throw Failed(question, failure, id, null);
            }

            await using var body = await answer.Content.ReadAsStreamAsync(limit.Token);
            return await read(body, limit.Token);
        }
        catch (Exception exception) when (IsFault(exception) && !cancellationToken.IsCancellationRequested)
        {
            var failure = HttpFailures.Of(exception, address);
            throw Failed(
                question,
                failure with
                {
                    Kind = answered is not null && failure.Kind == FailureKind.Connection ? FailureKind.Broken : failure.Kind,
                    Status = answered?.Status ?? failure.Status,
                    RequestId = answered?.RequestId,
                    Date = answered?.Date,
                },
                id,
                exception);
        }
    }

    private static bool IsFault(Exception exception) =>
        exception is HttpRequestException or IOException or OperationCanceledException or JsonException
            or InvalidDataException or PageTooLargeException;

    private static async Task<RequestFailure?> FailureAsync(
        HttpResponseMessage answer, RequestFailure answered, CancellationToken cancellationToken)
    {
        if (answered.Kind != FailureKind.Status)
        {
            return answered;
        }

        var isJson = HttpFailures.IsJson(answer);
        if (answer.StatusCode == HttpStatusCode.OK || (answer.IsSuccessStatusCode && answer.RequestMessage?.Method != HttpMethod.Get))
        {
            return isJson || answer.StatusCode == HttpStatusCode.NoContent ? null : HttpFailures.NotJson(answered, answer);
        }

        return isJson ? await GraphError.ReadAsync(answer, answered, LargestErrorBytes, cancellationToken) : answered;
    }

    private HttpRequestMessage Request(GraphQuestion question, GraphToken token, string id)
    {
        var request = new HttpRequestMessage(question.Method, question.Address);
        if (question.Json is not null)
        {
            request.Content = new StringContent(question.Json, Encoding.UTF8, MediaTypeNames.Application.Json);
        }

        if (question.Address.Scheme == Uri.UriSchemeHttps)
        {
            request.Version = HttpVersion.Version20;
            request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        }

        var headers = request.Headers;
        headers.Authorization = new("Bearer", token.Value);
        headers.UserAgent.Add(UserAgent);
        headers.Add(HeaderNames.Accept, "application/json");
        headers.Add("client-request-id", id);
        headers.Add("x-ms-throttle-priority", rules.Interactive ? "Normal" : "Low");
        if (question.Eventual)
        {
            headers.Add("ConsistencyLevel", "eventual");
        }

        return request;
    }

    private RequestFailedException Failed(GraphQuestion question, RequestFailure failure, string id, Exception? cause)
    {
        var told = failure with { ClientRequestId = failure.ClientRequestId ?? id };
        LogFailure(rules.Surroundings.Logger, question.Method, told.Address.Host, told.Address.AbsolutePath, told.Kind, told.Reference, told.Detail);
        return new(told, cause);
    }

    [LoggerMessage(LogLevel.Warning, "{Method} {Path} at {Host} failed ({Kind}): {Reference}. {Detail}")]
    private static partial void LogFailure(
        ILogger logger, HttpMethod method, string host, string path, FailureKind kind, string reference, string? detail);
}
