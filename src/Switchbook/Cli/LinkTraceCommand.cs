using System.CommandLine;
using Switchbook.Links;
using Switchbook.Synchronization;
using Switchbook.Tracing;

namespace Switchbook.Cli;

/// <summary><c>link trace NAME PERSON</c>: why somebody is in the directory, or is not.</summary>
internal static class LinkTraceCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The link that is to bring the person in." };
        var person = new Argument<string>("PERSON") { Description = "An object ID, a user principal name, a mail address, or the beginning of a name." };
        var command = new Command("trace", "Tells step by step why somebody is in the directory, or is not; changes nothing.") { name, person, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var link = await installation.Get<LinkStore>().FindAsync(parsed.GetRequiredValue(name), cancellationToken);
            var trace = await installation.Get<LinkTrace>().TraceAsync(link, parsed.GetRequiredValue(person), cancellationToken);
            if (parsed.GetValue(Verb.Json))
            {
                Output.WriteJson(trace);
            }
            else
            {
                Print(trace);
            }

            return trace.Person is null ? ExitCode.NotFound : ExitCode.Done;
        });
        return command;
    }

    private static void Print(PersonTrace trace)
    {
        Output.WriteTable(
            ["Step", "Verdict", "Raw", "Final", "Detail"],
            trace.Steps.Select(step => (string[])
            [
                step.Name, RunJson.Name(step.Verdict), string.Join("; ", step.Raw), string.Join("; ", step.Final), step.Detail,
            ]));
        Output.Say(trace.StoppedAt is { } step
            ? $"The person is not in the directory through link '{trace.Link}'; the first step that stops it: {step}."
            : $"The person is in the directory through link '{trace.Link}'.");
    }
}
