using System.CommandLine;
using Switchbook.History;

namespace Switchbook.Cli;

/// <summary><c>directory rollback VERSION</c>: serves a version until it is released.</summary>
internal static class DirectoryRollbackCommand
{
    public static Command Create()
    {
        var version = new Argument<long>("VERSION") { Description = "The version to serve, as 'directory history' lists it." };
        var command = new Command("rollback", "Serves an earlier version until 'directory release'; runs go on meanwhile.") { version };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            await installation.Get<DirectoryHistory>().RollBackAsync(parsed.GetRequiredValue(version), cancellationToken);
            VersionText.SayPin(parsed.GetRequiredValue(version));
            return ExitCode.Done;
        });
        return command;
    }
}
