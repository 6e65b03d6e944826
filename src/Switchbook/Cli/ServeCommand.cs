using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Switchbook.Problems;
using Switchbook.SimulatedTenant;

namespace Switchbook.Cli;

/// <summary><c>serve</c>: the server, until it is told to stop.</summary>
internal static class ServeCommand
{
    private const int DefaultDemoUsers = 1000;

    public static Command Create()
    {
        var demo = new Option<bool>("--demo") { Description = "Start a simulated tenant too, link to it and synchronize." };
        var demoUsers = new Option<int>("--demo-users")
        {
            Description = "How many people the simulated tenant has (10 to 1000000).",
            DefaultValueFactory = _ => DefaultDemoUsers,
        };
        demoUsers.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < SimulationOptions.FewestUsers or > SimulationOptions.MostUsers)
            {
                given.AddError($"--demo-users takes {SimulationOptions.FewestUsers} to {SimulationOptions.MostUsers}.");
            }
        });
        var urls = new Option<string>("--urls") { Description = "Addresses of the Web Manager and HTTP (default http://127.0.0.1:8080)." };
        var settings = new Option<string[]>("--set") { Description = "A setting for this run, as KEY=VALUE; may be repeated." };
        var command = new Command("serve", "Runs the server: Web Manager and HTTP, LDAP and LDAPS.") { demo, demoUsers, urls, settings };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new ServeOptions
            {
                DataDirectory = parsed.GetRequiredValue(Verb.Data),
                DemoUsers = parsed.GetValue(demo) ? parsed.GetValue(demoUsers) : null,
                Urls = parsed.GetValue(urls),
                Settings = parsed.GetValue(settings) ?? [],
            },
            cancellationToken));
        return command;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The command line's main: a fault becomes one line and an exit code, never a stack trace.")]
    private static async Task<int> RunAsync(ServeOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await Server.RunAsync(options, cancellationToken);
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
        catch (ProblemException known)
        {
            return Output.Fail(known.Problem);
        }
        catch (IOException portTaken) when (portTaken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return Output.Fail(CliProblems.AddressInUse.With(portTaken.Message.TrimEnd('.')));
        }
        catch (Microsoft.Extensions.Options.OptionsValidationException unfit)
        {
            return Output.Fail(CliProblems.SettingUnfit.With(string.Join(' ', unfit.Failures)));
        }
        catch (Exception unexpected)
        {
            return Output.Fail(CliProblems.Unexpected.With(unexpected.Message));
        }
    }
}
