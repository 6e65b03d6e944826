using System.CommandLine;

namespace Switchbook.SimulatedTenant;

/// <summary>The simulated tenant as a program of its own.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        var command = SimulateCommand.CreateRoot();
        return command.Parse(args).InvokeAsync(new InvocationConfiguration(), CancellationToken.None);
    }
}
