using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Switchbook.Links;
using Switchbook.Mapping;

namespace Switchbook.Cli;

/// <summary><c>link test NAME</c>: Test Connection, each step as it ends.</summary>
internal static class LinkTestCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The link to test." };
        var command = new Command("test", "Tests the connection step by step; changes nothing.") { name, Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var link = await installation.Get<LinkStore>().FindAsync(parsed.GetRequiredValue(name), cancellationToken);
            var json = parsed.GetValue(Verb.Json);
            var result = await installation.Get<ConnectionTest>().RunAsync(
                installation.Get<LinkCredentials>().Open(link),
                link.Request(interactive: true),
                json ? null : new StepPrinter(),
                cancellationToken);
            if (result.Passed)
            {
                await installation.Get<CredentialReview>().ReviewAsync(link, cancellationToken);
            }

            if (json)
            {
                Output.WriteJson(Json(link, result));
            }
            else
            {
                PrintPeople(link, result);
            }

            return Told(result);
        });
        return command;
    }

    /// <summary>The first failure goes to standard error, as every verb's reason does.</summary>
    private static int Told(ConnectionTestResult result) =>
        result.Steps.FirstOrDefault(step => step.Problem is not null)?.Problem is { } problem ? Output.Fail(problem) : ExitCode.Done;

    private static void PrintPeople(Link link, ConnectionTestResult result)
    {
        foreach (var number in Entries(link, result))
        {
            Console.Out.WriteLine($"            {number.Name}  {number.Number}");
        }

        if (result.Passed)
        {
            Console.Out.WriteLine($"The connection works. See what a run would do with 'switchbook link preview {link.Name}'.");
        }
    }

    private static IEnumerable<PhoneDirectory.DirectoryNumber> Entries(Link link, ConnectionTestResult result)
    {
        var mapper = new PersonMapper(link.Rules, ImmutableHashSet<string>.Empty);
        return result.People.Select(mapper.Map).SelectMany(mapped => mapped.Person.Numbers);
    }

    private static object Json(Link link, ConnectionTestResult result) => new
    {
        Link = link.Name,
        result.Passed,
        Steps = result.Steps.Select(step => new
        {
            step.Name,
            step.Outcome,
            DurationSeconds = step.Duration.TotalSeconds,
            step.Detail,
            Error = step.Problem,
        }),
        Group = result.GroupName is null ? null : new { Name = result.GroupName, Size = result.GroupSize },
        Entries = Entries(link, result).Select(number => new { number.Name, number.Number, number.Kind }),
    };

    /// <summary>Prints each step at the moment it ends, in order.</summary>
    private sealed class StepPrinter : IProgress<TestStep>
    {
        public void Report(TestStep value)
        {
            var word = value.Outcome switch
            {
                TestOutcome.Passed => "passed ",
                TestOutcome.Failed => "FAILED ",
                _ => "skipped",
            };
            var time = value.Outcome == TestOutcome.Skipped
                ? new string(' ', 9)
                : string.Create(CultureInfo.InvariantCulture, $"{value.Duration.TotalMilliseconds,6:0} ms");
            Console.Out.WriteLine($"{word}  {time}  {value.Name}: {value.Detail}");
        }
    }
}
