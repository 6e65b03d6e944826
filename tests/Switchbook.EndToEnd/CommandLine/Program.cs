using System.Diagnostics;

namespace Switchbook.EndToEnd.CommandLine;

/// <summary>The built program, run as a person or a script would run it.</summary>
internal static class Program
{
    /// <summary>As it was built beside these tests, with its own files and manifests.</summary>
    public static string Path
    {
        get
        {
            var built = new DirectoryInfo(AppContext.BaseDirectory);
            return System.IO.Path.Combine(built.Parent!.Parent!.FullName, "Switchbook", built.Name, "switchbook.dll");
        }
    }

    public static Process Start(params string[] arguments) => Start(arguments, environment: null);

    private static Process Start(string[] arguments, (string Name, string Value)? environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (environment is { } variable)
        {
            start.Environment[variable.Name] = variable.Value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    /// <summary>Runs to the end.</summary>
    public static Task<Ended> RunAsync(string input, params string[] arguments) => RunAsync(input, environment: null, arguments);

    /// <summary>Runs to the end, on a computer that sets a variable.</summary>
    public static async Task<Ended> RunAsync(string input, (string Name, string Value)? environment, params string[] arguments)
    {
        using var process = Start(arguments, environment);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>What a run of the program gave.</summary>
    internal sealed record Ended(int ExitCode, string Output, string Errors);
}
