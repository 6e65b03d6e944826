using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using Switchbook.Problems;
using Switchbook.Storage.Auditing;

namespace Switchbook.Cli;

/// <summary>Runs a verb on an opened installation and turns how it ended into an exit code.</summary>
internal static class Verb
{
    public static Option<string> Data { get; } = new("--data")
    {
        Description = "The directory that holds everything: database, keys, certificates (or SWITCHBOOK_DATA).",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("SWITCHBOOK_DATA") is { Length: > 0 } data ? data : "./data",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON document on standard output, and nothing else there.",
    };

    public static void RunsOn(this Command command, Func<Installation, ParseResult, CancellationToken, Task<int>> run) =>
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, run, cancellationToken));

    [SuppressMessage("Design", "CA1031", Justification = "The command line's main: a fault becomes one line and an exit code, never a stack trace.")]
    private static async Task<int> RunAsync(
        ParseResult parsed,
        Func<Installation, ParseResult, CancellationToken, Task<int>> run,
        CancellationToken cancellationToken)
    {
        try
        {
            AuditActor.Current = new($"command line ({Environment.UserName})");
            await using var installation = await Installation.OpenAsync(parsed.GetRequiredValue(Data), cancellationToken);
            return await run(installation, parsed, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Output.Say("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (UsageException unreadable)
        {
            return Output.Refuse([unreadable.Fault]);
        }
        catch (ProblemException known)
        {
            return Output.Fail(known.Problem);
        }
        catch (OptionsValidationException unfit)
        {
            return Output.Fail(CliProblems.SettingUnfit.With(string.Join(' ', unfit.Failures)));
        }
        catch (Exception unexpected)
        {
            return Output.Fail(CliProblems.Unexpected.With(unexpected.Message));
        }
    }
}
