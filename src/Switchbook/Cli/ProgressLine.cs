using System.Globalization;
using Spectre.Console;
using Switchbook.Graph;

namespace Switchbook.Cli;

/// <summary>Shows on a terminal how far a read has come; elsewhere nothing.</summary>
internal sealed class ProgressLine : IProgress<ReadProgress>
{
    private readonly string _title;
    private readonly ProgressTask _task;

    private ProgressLine(string title, ProgressTask task)
    {
        _title = title;
        _task = task;
        _task.IsIndeterminate = true;
    }

    public static Task<T> ShowAsync<T>(string title, Func<IProgress<ReadProgress>?, Task<T>> work)
    {
        if (!Output.Messages.Profile.Capabilities.Interactive || Console.IsErrorRedirected)
        {
            return work(null);
        }

        return Output.Messages.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new ProgressLine(title, context.AddTask(Markup.Escape(title)))));
    }

    public void Report(ReadProgress value)
    {
        var waiting = value.WaitingUntil is { } until
            ? string.Create(CultureInfo.InvariantCulture, $", waiting until {until.ToLocalTime():HH:mm:ss} because the service asks for it")
            : "";
        _task.Description = Markup.Escape(
            string.Create(CultureInfo.InvariantCulture, $"{_title}: {value.People} people, {value.Pages} pages{waiting}"));
    }
}
