using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
using Switchbook.Links;
using Switchbook.Problems;

namespace Switchbook.Cli;

/// <summary>Where verbs write: results on standard output, everything else on standard error.</summary>
internal static class Output
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>For progress and messages.</summary>
    public static IAnsiConsole Messages { get; } =
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Prints the one JSON document of a verb.</summary>
    public static void WriteJson<T>(T document) => Console.Out.WriteLine(JsonSerializer.Serialize(document, Json));

    /// <summary>Prints rows under headings: as a table on a terminal, else separated by tabs for other programs.</summary>
    public static void WriteTable(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (Console.IsOutputRedirected)
        {
            foreach (var row in rows)
            {
                Console.Out.WriteLine(string.Join('\t', row));
            }

            return;
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading)));
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        AnsiConsole.Write(table);
    }

    public static void Say(string message) => Console.Error.WriteLine(message);

    /// <summary>One line with the reason, then what to do.</summary>
    public static int Fail(Problem problem)
    {
        Say($"{problem.Code}: {problem.Message}");
        Say($"  {problem.Action}");
        return ExitCode.For(problem);
    }

    /// <summary>The same for what is not wrong yet; nothing for null.</summary>
    public static void Warn(Problem? problem)
    {
        if (problem is not null)
        {
            Fail(problem);
        }
    }

    /// <summary>Everything that is wrong with a link's settings.</summary>
    public static int Refuse(IReadOnlyList<LinkFault> faults)
    {
        foreach (var (field, problem) in faults)
        {
            Say($"{problem.Code}: {problem.Message}");
            Say($"  {field}: {problem.Action}");
        }

        return ExitCode.WrongUsage;
    }
}
