using System.Diagnostics;
using System.Text;

namespace Switchbook.Ldap.Tests.Support;

/// <summary>Runs somebody else's program.</summary>
internal sealed record Command(int ExitCode, string Output, string Error)
{
    /// <param name="package">What to install when the program is absent.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="until">The beginning of a line after which it is stopped; null to let it end by itself.</param>
    /// <param name="environment">Added to this process's.</param>
    /// <param name="input">What it reads; null for nothing.</param>
    public static async Task<Command> RunAsync(
        string package,
        string program,
        IEnumerable<string> arguments,
        string? until = null,
        IEnumerable<(string Name, string Value)>? environment = null,
        string? input = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        using var process = Start(start, package);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(3));
        var error = process.StandardError.ReadToEndAsync(deadline.Token);
        try
        {
            var output = new StringBuilder();
            while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
            {
                output.Append(line).Append('\n');
                if (until is not null && line.StartsWith(until, StringComparison.Ordinal))
                {
                    process.Kill();
                    break;
                }
            }

            await process.WaitForExitAsync(deadline.Token);
            return new Command(process.ExitCode, output.ToString(), await error);
        }
        finally
        {
            process.Kill();
        }
    }

    private static Process Start(ProcessStartInfo start, string package)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception absent)
        {
            throw new InvalidOperationException($"{start.FileName} is not here: apt-get install {package}", absent);
        }
    }
}
