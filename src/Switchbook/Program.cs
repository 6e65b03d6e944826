using Switchbook.Cli;

return await CommandLine.RunAsync(args);
