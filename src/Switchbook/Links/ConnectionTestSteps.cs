using Switchbook.Graph;
using Switchbook.Problems;

namespace Switchbook.Links;

/// <summary>Takes the steps of Test Connection one after the other, with their times; after a failed one it skips the rest.</summary>
internal sealed class ConnectionTestSteps(
    TenantConnection connection, ReadRequest request, IProgress<TestStep>? progress, TimeProvider time)
{
    private readonly List<TestStep> _taken = [];

    public IReadOnlyList<TestStep> Taken => _taken;

    public async Task TakeAsync(
        string name, Func<CancellationToken, Task<ConnectionTestFinding>> step, CancellationToken cancellationToken)
    {
        var taken = _taken.Exists(earlier => earlier.Outcome == TestOutcome.Failed)
            ? new TestStep(name, TestOutcome.Skipped, TimeSpan.Zero, "an earlier step failed")
            : await TryAsync(name, step, cancellationToken);
        _taken.Add(taken);
        progress?.Report(taken);
    }

    private async Task<TestStep> TryAsync(
        string name, Func<CancellationToken, Task<ConnectionTestFinding>> step, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        try
        {
            var (outcome, detail) = await step(cancellationToken);
            return new(name, outcome, time.GetElapsedTime(start), detail);
        }
        catch (ProblemException exception)
        {
            return Failed(name, start, exception.Problem);
        }
        catch (RequestFailedException exception)
        {
            var permissions = string.Join(" and ", GraphPermissions.Needed([request.Scope, .. request.Beside]));
            return Failed(name, start, GraphFailures.Translate(exception, connection, request, permissions).Problem);
        }
    }

    private TestStep Failed(string name, long start, Problem problem) =>
        new(name, TestOutcome.Failed, time.GetElapsedTime(start), problem.Message, problem);
}
