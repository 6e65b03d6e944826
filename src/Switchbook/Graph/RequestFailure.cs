using System.Globalization;

namespace Switchbook.Graph;

/// <summary>What is known of a request that gave no usable answer; holds no token and no secret.</summary>
internal sealed record RequestFailure
{
    public required FailureKind Kind { get; init; }

    public required Uri Address { get; init; }

    /// <summary>The HTTP status; 0 when no answer came.</summary>
    public int Status { get; init; }

    /// <summary>The <c>error.code</c> of the answer, such as <c>Authorization_RequestDenied</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The service's or the operating system's words.</summary>
    public string? Detail { get; init; }

    public string? RequestId { get; init; }

    public string? ClientRequestId { get; init; }

    public DateTimeOffset? Date { get; init; }

    /// <summary>How long the service asks to wait; null when it names no time.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What Microsoft's support asks for, in one line.</summary>
    public string Reference
    {
        get
        {
            string?[] parts =
            [
                Status == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"HTTP {Status}"),
                Code,
                RequestId is null ? null : $"request-id {RequestId}",
                ClientRequestId is null ? null : $"client-request-id {ClientRequestId}",
                Date?.ToString("u", CultureInfo.InvariantCulture),
            ];
            var known = string.Join(", ", parts.OfType<string>());
            return known.Length == 0 ? "no answer" : known;
        }
    }

    /// <summary>How often such a failure is worth another try, at most <paramref name="maximum"/>.</summary>
    public int Retries(int maximum) => (Kind, Status) switch
    {
        (FailureKind.Status, 429 or 502 or 503 or 504) => maximum,
        (FailureKind.Status, 408 or 500) => Math.Min(1, maximum),
        (FailureKind.NameResolution or FailureKind.Connection or FailureKind.Tls, _) => Math.Min(3, maximum),
        (FailureKind.Timeout or FailureKind.Broken, _) => Math.Min(3, maximum),
        _ => 0,
    };
}
