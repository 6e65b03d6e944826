using Microsoft.Extensions.Logging.Console;

namespace Switchbook.Cli;

/// <summary>Logs of server and verbs: one line each on standard error, since standard output is for results.</summary>
internal static class ServerLog
{
    public static ILoggingBuilder AddServerLog(this ILoggingBuilder logging) =>
        logging
            .AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.ColorBehavior = LoggerColorBehavior.Disabled;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
                console.UseUtcTimestamp = true;
            })
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddFilter("Microsoft", LogLevel.Warning)

            // It warns that keys are not encrypted; they stand in a directory that only this user can read.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
}
