using System.CommandLine;
using Switchbook.Notices;
using Switchbook.Notices.Channels;
using Switchbook.Problems;

namespace Switchbook.Cli;

/// <summary><c>notify test</c>: sends a trial to everybody whom notices go to.</summary>
internal static class NotifyTestCommand
{
    public static Command Create()
    {
        var command = new Command("test", "Sends a trial by mail and to each webhook of the settings, and says what they answered.") { Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var delivery = installation.Get<NoticeDelivery>();
            if (delivery.Channels.Count == 0)
            {
                return Output.Fail(NoticeProblems.NobodyToTell.With());
            }

            var trial = Notice.Of([], installation.Get<TimeProvider>().GetUtcNow());
            var answers = new List<(string Target, string? Answer, Problem? Problem)>();
            foreach (var channel in delivery.Channels)
            {
                answers.Add(await TryAsync(delivery, channel, trial, cancellationToken));
            }

            Print(answers, parsed.GetValue(Verb.Json));
            return answers.Exists(answer => answer.Problem is not null) ? ExitCode.Failed : ExitCode.Done;
        });
        return command;
    }

    private static async Task<(string Target, string? Answer, Problem? Problem)> TryAsync(
        NoticeDelivery delivery, INoticeChannel channel, Notice trial, CancellationToken cancellationToken)
    {
        try
        {
            return (channel.Name, await delivery.SendAsync(channel, trial, cancellationToken), null);
        }
        catch (ProblemException refused)
        {
            return (channel.Name, null, refused.Problem);
        }
    }

    private static void Print(List<(string Target, string? Answer, Problem? Problem)> answers, bool json)
    {
        foreach (var refused in answers.Select(answer => answer.Problem).OfType<Problem>())
        {
            Output.Fail(refused);
        }

        if (json)
        {
            Output.WriteJson(answers.Select(answer => new { answer.Target, answer.Answer, Error = answer.Problem }));
            return;
        }

        Output.WriteTable(
            ["Target", "Answer"],
            answers.Select(answer => (IReadOnlyList<string>)[answer.Target, answer.Answer ?? answer.Problem!.Code]));
    }
}
