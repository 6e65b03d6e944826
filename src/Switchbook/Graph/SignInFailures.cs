using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Microsoft.Identity.Client;
using Switchbook.Problems;

namespace Switchbook.Graph;

/// <summary>Turns what the sign-in service refuses into words. The AADSTS number only picks the words, never what is done.</summary>
internal static class SignInFailures
{
    private static readonly TimeSpan UnknownPause = TimeSpan.FromSeconds(60);

    private static readonly FrozenDictionary<int, ProblemKind> Kinds = new Dictionary<int, ProblemKind>
    {
        [7000215] = SignInProblems.WrongSecret,
        [7000222] = SignInProblems.SecretExpired,
        [700016] = SignInProblems.UnknownApplication,
        [700038] = SignInProblems.UnknownApplication,
        [90002] = SignInProblems.UnknownTenant,
        [900023] = SignInProblems.UnknownTenant,
        [90038] = SignInProblems.OtherCloud,
        [900382] = SignInProblems.OtherCloud,
        [7000112] = SignInProblems.ApplicationDisabled,
        [700027] = SignInProblems.WrongCertificate,
        [50012] = SignInProblems.WrongCertificate,
        [700024] = SignInProblems.WrongCertificate,
        [70021] = SignInProblems.NotFederated,
        [700211] = SignInProblems.NotFederated,
        [700212] = SignInProblems.NotFederated,
        [700213] = SignInProblems.NotFederated,
        [7000218] = SignInProblems.NoCredential,
        [500011] = SignInProblems.UnknownGraph,
    }.ToFrozenDictionary();

    /// <summary>What <paramref name="exception"/> of MSAL becomes: a fault worth another try, or a problem.</summary>
    public static Exception Translate(MsalException exception, TenantConnection connection, TimeProvider time) =>
        exception switch
        {
            MsalThrottledServiceException throttled => Throttled(throttled, time),
            MsalServiceException { ErrorCode: "temporarily_unavailable" or "server_error" } service =>
                new RequestFailedException(Transient(service, connection), service),
            MsalServiceException service => Refused(service, connection),
            _ => new ProblemException(SignInProblems.CertificateUnusable.With(exception.Message.TrimEnd('.')), exception),
        };

    private static ProblemException Throttled(MsalThrottledServiceException exception, TimeProvider time)
    {
        var headers = exception.OriginalServiceException.Headers?.RetryAfter;
        var now = time.GetUtcNow();
        var until = headers?.Date ?? now + (headers?.Delta ?? UnknownPause);
        return new(SignInProblems.Wait.With(until.ToString("u", CultureInfo.InvariantCulture)), exception);
    }

    private static RequestFailure Transient(MsalServiceException exception, TenantConnection connection) => new()
    {
        Kind = FailureKind.Status,
        Address = connection.Endpoints.Login,
        Status = 503,
        Code = exception.ErrorCode,
        ClientRequestId = exception.CorrelationId,
    };

    private static ProblemException Refused(MsalServiceException exception, TenantConnection connection)
    {
        var (numbers, trace, timestamp) = Read(exception.ResponseBody);
        var kind = numbers.Select(number => Kinds.GetValueOrDefault(number)).FirstOrDefault(known => known is not null)
            ?? SignInProblems.Refused;
        string?[] parts =
        [
            numbers.Count > 0 ? $"AADSTS{numbers[0].ToString(CultureInfo.InvariantCulture)}" : exception.ErrorCode,
            string.Create(CultureInfo.InvariantCulture, $"HTTP {exception.StatusCode}"),
            trace is null ? null : $"trace {trace}",
            exception.CorrelationId is { Length: > 0 } id ? $"correlation {id}" : null,
            timestamp,
        ];
        return new(kind.With(connection.ClientId, connection.TenantId, string.Join(", ", parts.OfType<string>())), exception);
    }

    private static (IReadOnlyList<int> Numbers, string? Trace, string? Timestamp) Read(string? body)
    {
        try
        {
            using var document = JsonDocument.Parse(body ?? "");
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? (Numbers(root), Text(root, "trace_id"), Text(root, "timestamp"))
                : ([], null, null);
        }
        catch (JsonException)
        {
            return ([], null, null);
        }
    }

    private static List<int> Numbers(JsonElement root) =>
        root.TryGetProperty("error_codes", out var codes) && codes.ValueKind == JsonValueKind.Array
            ? [.. codes.EnumerateArray().Where(IsInt32).Select(code => code.GetInt32())]
            : [];

    private static bool IsInt32(JsonElement code) => code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out _);

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
