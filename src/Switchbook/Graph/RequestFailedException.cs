namespace Switchbook.Graph;

/// <summary>Carries a <see cref="RequestFailure"/> to the retries, and past them to the problem that it becomes.</summary>
internal sealed class RequestFailedException(RequestFailure failure, Exception? cause = null)
    : Exception($"{failure.Kind} at {failure.Address.Host}: {failure.Detail ?? failure.Reference}", cause)
{
    public RequestFailure Failure { get; } = failure;
}
