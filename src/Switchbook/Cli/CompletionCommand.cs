using System.CommandLine;

namespace Switchbook.Cli;

/// <summary><c>completion</c>: what a shell must be told to complete verbs and options by asking the program itself.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] =
            """
            _switchbook() {
                local IFS=$'\n'
                COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _switchbook switchbook
            """,
        ["zsh"] =
            """
            #compdef switchbook
            _switchbook() {
                local -a found
                found=("${(@f)$("${words[1]}" "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
                compadd -a found || _files
            }
            compdef _switchbook switchbook
            """,
        ["fish"] =
            """
            function __switchbook
                set -l line (commandline -cp)
                switchbook "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete -c switchbook -a "(__switchbook)"
            """,
        ["pwsh"] =
            """
            Register-ArgumentCompleter -Native -CommandName switchbook -ScriptBlock {
                param($word, $line, $at)
                switchbook "[suggest:$at]" "$line" 2>$null | Where-Object { $_ -like "$word*" } |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """,
    };

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = $"{string.Join(", ", Scripts.Keys)}." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", "Prints what completes verbs and options in a shell: eval \"$(switchbook completion bash)\".") { shell };
        command.SetAction(parsed =>
        {
            Console.Out.WriteLine(Scripts[parsed.GetRequiredValue(shell)]);
            return ExitCode.Done;
        });
        return command;
    }
}
