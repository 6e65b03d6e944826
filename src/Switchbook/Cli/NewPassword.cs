using System.CommandLine;
using Spectre.Console;

namespace Switchbook.Cli;

/// <summary>Takes a person's new password: from a file, from standard input, or typed twice at a prompt; never from an argument.</summary>
internal static class NewPassword
{
    private const string StandardInput = "-";

    public static Option<string> File { get; } = new("--password-file")
    {
        Description = "A file with the password; '-' reads standard input, which is read too when it is not a terminal.",
    };

    public static async Task<string> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(File);
        if (file is null && !Console.IsInputRedirected)
        {
            return await AskAsync(cancellationToken);
        }

        var text = file is null or StandardInput
            ? await Console.In.ReadToEndAsync(cancellationToken)
            : await InputFile.TextAsync(file, cancellationToken);
        return text.TrimEnd('\r', '\n');
    }

    private static async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var password = await Output.Messages.PromptAsync(Secret("Password:"), cancellationToken);
            if (password == await Output.Messages.PromptAsync(Secret("Once more:"), cancellationToken))
            {
                return password;
            }

            Output.Say("The two differ.");
        }
    }

    private static TextPrompt<string> Secret(string label) => new TextPrompt<string>(label).Secret();
}
