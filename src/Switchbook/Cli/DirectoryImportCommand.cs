using System.CommandLine;
using System.Globalization;
using Switchbook.EntryImports;
using Switchbook.Problems;

namespace Switchbook.Cli;

/// <summary><c>directory import FILE</c>: manual entries from CSV.</summary>
internal static class DirectoryImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "CSV in UTF-8 with name and number; - for standard input." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Tell what each line would do; change nothing." };
        var skipWrong = new Option<bool>("--skip-wrong") { Description = "Import the other lines when some are wrong." };
        var command = new Command("import", "Adds entries by hand from a CSV file: all lines, or none when one is wrong.") { file, dryRun, skipWrong, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var content = await ReadAsync(parsed.GetRequiredValue(file), cancellationToken);
            var import = installation.Get<EntryImport>();
            var isDry = parsed.GetValue(dryRun);
            var report = isDry
                ? await import.PreviewAsync(content, cancellationToken)
                : await import.ApplyAsync(content, parsed.GetValue(skipWrong), cancellationToken);
            Print(report, isDry, parsed.GetValue(Verb.Json));
            return report.Wrong == 0 || report.IsApplied ? ExitCode.Done
                : isDry ? ExitCode.Failed
                : Output.Fail(ImportProblems.LinesWrong.With(report.Wrong));
        });
        return command;
    }

    private static void Print(ImportReport report, bool isDry, bool json)
    {
        if (json)
        {
            Output.WriteJson(ImportText.Json(report));
            return;
        }

        // Without a preview only what needs somebody's eye is listed.
        Output.WriteTable(
            ["Line", "Outcome", "Name", "Number", "Reason"],
            report.Lines.Where(line => isDry || line.Problem is not null).Select(line => (string[])
            [
                line.Line.ToString(CultureInfo.InvariantCulture), ImportText.OutcomeOf(line), line.Name, line.Number, line.Problem?.Message ?? "",
            ]));
        Output.Say($"{report.New} {(report.IsApplied ? "added" : "to add")}, {report.Unchanged} there already, {report.Wrong} wrong.");
    }

    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (path != "-")
            {
                return await File.ReadAllBytesAsync(path, cancellationToken);
            }

            using var content = new MemoryStream();
            await using var input = Console.OpenStandardInput();
            await input.CopyToAsync(content, cancellationToken);
            return content.ToArray();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(CliProblems.FileUnreadable.With(path, unreadable.Message.TrimEnd('.')));
        }
    }
}
