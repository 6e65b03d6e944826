using System.CommandLine;
using Switchbook.History;

namespace Switchbook.Cli;

/// <summary><c>directory release</c>: serves the latest version again.</summary>
internal static class DirectoryReleaseCommand
{
    public static Command Create()
    {
        var command = new Command("release", "Ends a rollback: the latest version is served again.");
        command.RunsOn(async (installation, _, cancellationToken) =>
        {
            await installation.Get<DirectoryHistory>().ReleaseAsync(cancellationToken);
            Output.Say("The latest version of the directory is served again.");
            return ExitCode.Done;
        });
        return command;
    }
}
