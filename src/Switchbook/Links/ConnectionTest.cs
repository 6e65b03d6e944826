using Switchbook.Graph;

namespace Switchbook.Links;

/// <summary>
/// Test Connection: goes the way of a run step by step, tells each with its time, stops at the first that fails. It
/// signs in anew and tries nothing twice, so that it shows things as they are.
/// </summary>
internal sealed class ConnectionTest(
    GraphSessions sessions, TokenSources tokens, GraphTransport transport, TimeProvider time)
{
    private readonly ConnectionTestNetwork _network = new(transport);

    /// <param name="request">What a run would ask.</param>
    /// <param name="progress">Gets each step as it ends.</param>
    public async Task<ConnectionTestResult> RunAsync(
        TenantConnection connection, ReadRequest request, IProgress<TestStep>? progress, CancellationToken cancellationToken)
    {
        using var look = new ConnectionTestLook(connection, request, tokens, sessions, time);
        var steps = new ConnectionTestSteps(connection, request, progress, time);
        await steps.TakeAsync("Name resolution", token => ConnectionTestNetwork.ResolveAsync(connection.Endpoints, token), cancellationToken);
        await steps.TakeAsync("TLS", token => _network.ConnectAsync(connection, token), cancellationToken);
        await steps.TakeAsync("Sign-in", look.SignInAsync, cancellationToken);
        await steps.TakeAsync("Permissions", look.CheckPermissionsAsync, cancellationToken);
        await steps.TakeAsync("Credential", look.ReadCredentialAsync, cancellationToken);
        await steps.TakeAsync("Group", look.FindGroupAsync, cancellationToken);
        await steps.TakeAsync("First people", look.ReadFirstPeopleAsync, cancellationToken);
        if (request.Beside.Length > 0)
        {
            await steps.TakeAsync("Read beside", look.LookBesideAsync, cancellationToken);
        }

        return new([.. steps.Taken], look.People, look.GroupName, look.GroupSize);
    }
}
