using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Switchbook.SimulatedTenant;

/// <summary>The command that runs a simulated tenant in the foreground, alone or as a verb of another program.</summary>
public static class SimulateCommand
{
    private const string Description =
        "Runs a simulated tenant: Microsoft's sign-in and Graph services on a loopback address, with people who do not exist.";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The verb <c>simulate</c>.</summary>
    public static Command Create() => Fill(new Command("simulate", Description));

    internal static RootCommand CreateRoot() => Fill(new RootCommand(Description));

    private static T Fill<T>(T command)
        where T : Command
    {
        var users = new Option<int>("--users") { Description = "How many people: 10 to 1,000,000.", DefaultValueFactory = _ => 1000 };
        var people = new Option<FileInfo?>("--people") { Description = "A CSV file with the people, instead of made-up ones." };
        var port = new Option<int>("--port") { Description = "The port; 0 for a free one." };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same people.", DefaultValueFactory = _ => 1 };
        var faults = new Option<string[]>("--fault")
        {
            Description = "NAME[:ARGUMENT][@first|@middle|@last|@PAGE][,once|,always|,TIMES]; may be repeated.",
            DefaultValueFactory = _ => [],
        };
        var delay = new Option<int>("--page-delay") { Description = "Milliseconds that every page waits." };
        var tls = new Option<bool>("--tls") { Description = "Also speak https, on a free port." };
        var json = new Option<bool>("--json") { Description = "Print the IDs as one JSON document." };
        foreach (var option in new Option[] { users, people, port, seed, faults, delay, tls, json })
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, ct) => RunAsync(
            new SimulationOptions
            {
                Users = parsed.GetValue(users),
                PeopleFile = parsed.GetValue(people)?.FullName,
                Port = parsed.GetValue(port),
                Seed = parsed.GetValue(seed),
                Faults = parsed.GetValue(faults) ?? [],
                PageDelay = TimeSpan.FromMilliseconds(parsed.GetValue(delay)),
                Tls = parsed.GetValue(tls),
            },
            parsed.GetValue(json),
            parsed.InvocationConfiguration,
            ct));
        return command;
    }

    private static async Task<int> RunAsync(
        SimulationOptions options, bool json, InvocationConfiguration console, CancellationToken ct)
    {
        Simulation simulation;
        try
        {
            simulation = await Simulation.StartAsync(options, ct);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or IOException or InvalidDataException)
        {
            await console.Error.WriteLineAsync(problem.Message.AsMemory(), ct);
            return problem is IOException or InvalidDataException ? 1 : 2;
        }

        await using (simulation)
        {
            var authority = await WriteAuthorityAsync(simulation, ct);
            await console.Output.WriteAsync((json ? ToJson(simulation, authority) : ToText(simulation, authority)).AsMemory(), ct);
            await console.Output.FlushAsync(ct);
            await WaitAsync(ct);
        }

        return 0;
    }

    /// <summary>Until the program is told to end.</summary>
    private static Task WaitAsync(CancellationToken ct)
    {
        var end = new TaskCompletionSource();
        ct.Register(end.SetResult);
        return end.Task;
    }

    private static async Task<string?> WriteAuthorityAsync(Simulation simulation, CancellationToken ct)
    {
        if (simulation.CertificateAuthorityPem is not { } pem)
        {
            return null;
        }

        var file = Path.Combine(Path.GetTempPath(), $"switchbook-simulated-tenant-{simulation.TlsEndpoint!.Port}.pem");
        await File.WriteAllTextAsync(file, pem, ct);
        return file;
    }

    private static string ToText(Simulation simulation, string? authority)
    {
        var endpoint = simulation.Endpoint.ToString().TrimEnd('/');
        var groups = string.Join('\n', simulation.Groups.Select(
            group => $"  {group.Id}  {group.DisplayName} ({group.TransitiveMembers} people)"));
        var tls = authority is null ? "" : $"https           {simulation.TlsEndpoint}  (certificate authority: {authority})\n";
        return $"""
            Simulated tenant with {simulation.People} people
            endpoint        {endpoint}
            {tls}tenant ID       {simulation.TenantId}
            client ID       {simulation.ClientId}
            client secret   {simulation.ClientSecret}
            groups
            {groups}

            To link to it:
            printf %s '{simulation.ClientSecret}' | switchbook link add TeamsDirectory --cloud custom \
              --login-endpoint {endpoint} --graph-endpoint {endpoint} \
              --tenant-id {simulation.TenantId} --client-id {simulation.ClientId} --client-secret-file - --directory tenant

            Faults: POST {endpoint}/_simulation/faults with a body such as throttle:5@middle,once
            Ctrl+C ends it.

            """;
    }

    private static string ToJson(Simulation simulation, string? authority) => new JsonObject
    {
        ["endpoint"] = simulation.Endpoint.ToString().TrimEnd('/'),
        ["tlsEndpoint"] = simulation.TlsEndpoint?.ToString().TrimEnd('/'),
        ["certificateAuthority"] = authority,
        ["tenantId"] = simulation.TenantId,
        ["clientId"] = simulation.ClientId,
        ["clientSecret"] = simulation.ClientSecret,
        ["people"] = simulation.People,
        ["groups"] = new JsonArray([.. simulation.Groups.Select(group => new JsonObject
        {
            ["id"] = group.Id,
            ["displayName"] = group.DisplayName,
            ["directMembers"] = group.DirectMembers,
            ["transitiveMembers"] = group.TransitiveMembers,
        })]),
    }.ToJsonString(Indented) + "\n";
}
