using System.CommandLine;
using Switchbook.Audit;
using Switchbook.Exports;
using Switchbook.Links;
using Switchbook.Numbers;
using Switchbook.Phonebooks;
using Switchbook.Problems;
using Switchbook.Synchronization;

namespace Switchbook.Cli;

/// <summary><c>directory export</c>: the documents that the HTTP side serves, as files.</summary>
internal static class DirectoryExportCommand
{
    public static Command Create()
    {
        var format = new Option<string>("--format")
        {
            Description = "csv, ldif, vcard, vcard3, json, ipoffice, ipoffice-csv, or a vendor: yealink, cisco, snom, grandstream, poly, fanvil, gigaset, mitel, htek, panasonic, avaya, fritzbox.",
            Required = true,
        };
        var output = new Option<string>("--output") { Description = "The file to write; standard output unless given." };
        var numbers = new Option<string>("--numbers") { Description = "How numbers are written, such as e164 or \"national region=GB prefix=9\"." };
        var command = new Command("export", "Writes the whole directory as a file.") { format, output, numbers };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var export = Read("format", () => installation.Get<ExportCatalogue>().Get(parsed.GetRequiredValue(format)));
            var policy = parsed.GetValue(numbers) is { } text ? Read("numbers", () => NumberPolicyText.Read(text)) : null;
            var snapshot = await installation.Get<DirectoryLoader>().LoadAsync(cancellationToken);
            var request = new ExportRequest(snapshot, installation.Get<ServerAddress>().Own, policy);
            await installation.Get<AuditTrail>().AppendAsync("directory.exported", parsed.GetRequiredValue(format), cancellationToken);
            await WriteAsync(parsed.GetValue(output), stream => export.WriteAsync(request, stream, cancellationToken), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static T Read<T>(string option, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ProblemException unfit)
        {
            throw new UsageException(new LinkFault(option, unfit.Problem));
        }
    }

    /// <summary>A file appears whole or not at all: an old one stands until the new one is complete.</summary>
    private static async Task WriteAsync(string? path, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        if (path is null or "-")
        {
            await using var console = Console.OpenStandardOutput();
            await write(console);
            await console.FlushAsync(cancellationToken);
            return;
        }

        var part = $"{path}.part";
        try
        {
            await using (var file = File.Create(part))
            {
                await write(file);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(CliProblems.FileUnwritable.With(path, unwritable.Message.TrimEnd('.')));
        }
    }
}
