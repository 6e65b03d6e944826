using System.CommandLine;
using Switchbook.SimulatedTenant;

namespace Switchbook.Cli;

/// <summary>All verbs.</summary>
internal static class CommandLine
{
    public static RootCommand Create() => new("Links Microsoft Entra ID to desk phones and PBXs: one system directory, searched by name and by number.")
    {
        Verb.Data,
        ServeCommand.Create(),
        Link(),
        SyncCommand.Create(),
        Directory(),
        new Command("audit", "The record of who did what.")
        {
            AuditListCommand.Create(),
        },
        new Command("client", "Phones and PBXs on other computers that may ask.")
        {
            ClientAddCommand.Create(),
            ClientListCommand.Create(),
            ClientEditCommand.Create(),
            ClientRemoveCommand.Create(),
        },
        new Command("notify", "Mail and webhooks that tell when a link's health changes.")
        {
            NotifyTestCommand.Create(),
        },
        new Command("operator", "People who may sign in to the Web Manager.")
        {
            OperatorAddCommand.Create(),
            OperatorListCommand.Create(),
            OperatorRemoveCommand.Create(),
            OperatorPasswordCommand.Create(),
        },
        new Command("token", "Tokens for programs that ask the API.")
        {
            TokenAddCommand.Create(),
            TokenListCommand.Create(),
            TokenRemoveCommand.Create(),
        },
        new Command("view", "Parts of the directory that clients see.")
        {
            ViewSetCommand.Create(),
            ViewListCommand.Create(),
            ViewRemoveCommand.Create(),
        },
        SimulateCommand.Create(),
        CompletionCommand.Create(),
    };

    private static Command Link() => new("link", "Connections to directory services.")
    {
        LinkAddCommand.Create(),
        LinkListCommand.Create(),
        LinkShowCommand.Create(),
        LinkEditCommand.Create(),
        LinkRemoveCommand.Create(),
        LinkOrderCommand.Create(),
        LinkSkippedCommand.Create(),
        LinkTraceCommand.Create(),
        LinkTestCommand.Create(),
        LinkPreviewCommand.Create(),
        LinkCertificateCommand.Create(),
        LinkTeamsReportCommand.Create(),
        LinkHeldCommand.Create(),
        LinkDecideCommand.CreateApplyNext(),
        LinkDecideCommand.CreateDiscard(),
    };

    private static Command Directory() => new("directory", "The system directory that phones see.")
    {
        DirectoryListCommand.Create(),
        DirectorySearchCommand.Create(),
        DirectoryLookupCommand.Create(),
        DirectoryConflictsCommand.Create(),
        DirectoryReportCommand.Create(),
        DirectoryAddCommand.Create(),
        DirectoryRemoveCommand.Create(),
        DirectoryHistoryCommand.Create(),
        DirectoryDiffCommand.Create(),
        DirectoryRollbackCommand.Create(),
        DirectoryReleaseCommand.Create(),
        DirectoryWhoCommand.Create(),
        DirectoryExportCommand.Create(),
        DirectoryImportCommand.Create(),
    };

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Create().Parse(arguments);
        if (parsed.Errors.Count == 0)
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, CancellationToken.None);
        }

        foreach (var error in parsed.Errors)
        {
            Output.Say(error.Message);
        }

        Output.Say("Add --help to see how the command is used.");
        return ExitCode.WrongUsage;
    }
}
