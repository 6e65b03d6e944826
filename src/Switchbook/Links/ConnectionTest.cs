using System.Collections.Immutable;
using Switchbook.Graph;

namespace Switchbook.Links;

/// <summary>
/// Test Connection: goes the way of a run step by step, tells each with its time, stops at the first that fails. It
/// signs in anew and tries nothing twice, so that it shows things as they are.
/// </summary>
internal sealed class ConnectionTest(
    GraphSessions sessions, TokenSources tokens, GraphTransport transport, TimeProvider time)
{
    private static readonly ImmutableArray<string> StepNames =
        ["Name resolution", "TLS", "Sign-in", "Permissions", "Credential", "Group", "First people", "Read beside"];

    private readonly ConnectionTestNetwork _network = new(transport);

    /// <summary>The names of the steps, in the order in which they are taken.</summary>
    public static ImmutableArray<string> StepsOf(ReadRequest request) => request.Beside.Length > 0 ? StepNames : StepNames[..^1];

    /// <param name="request">What a run would ask.</param>
    /// <param name="progress">Gets each step as it ends.</param>
    public async Task<ConnectionTestResult> RunAsync(
        TenantConnection connection, ReadRequest request, IProgress<TestStep>? progress, CancellationToken cancellationToken)
    {
        using var look = new ConnectionTestLook(connection, request, tokens, sessions, time);
        var steps = new ConnectionTestSteps(connection, request, progress, time);
        await steps.TakeAsync(StepNames[0], token => ConnectionTestNetwork.ResolveAsync(connection.Endpoints, token), cancellationToken);
        await steps.TakeAsync(StepNames[1], token => _network.ConnectAsync(connection, token), cancellationToken);
        await steps.TakeAsync(StepNames[2], look.SignInAsync, cancellationToken);
        await steps.TakeAsync(StepNames[3], look.CheckPermissionsAsync, cancellationToken);
        await steps.TakeAsync(StepNames[4], look.ReadCredentialAsync, cancellationToken);
        await steps.TakeAsync(StepNames[5], look.FindGroupAsync, cancellationToken);
        await steps.TakeAsync(StepNames[6], look.ReadFirstPeopleAsync, cancellationToken);
        if (request.Beside.Length > 0)
        {
            await steps.TakeAsync(StepNames[7], look.LookBesideAsync, cancellationToken);
        }

        return new([.. steps.Taken], look.People, look.GroupName, look.GroupSize);
    }
}
