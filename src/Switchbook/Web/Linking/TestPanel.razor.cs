using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Switchbook.Links;
using Switchbook.Problems;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Linking;

/// <summary>Test Connection, live.</summary>
public sealed partial class TestPanel : ComponentBase, IDisposable
{
    private CancellationTokenSource _test = new();
    private ImmutableArray<TestStep> _steps = [];
    private ImmutableArray<string> _names = [];
    private bool _running;
    private string? _verdict;

    [Inject]
    private ConnectionTest Test { get; set; } = default!;

    [Inject]
    private LinkCredentials Credentials { get; set; } = default!;

    public void Dispose()
    {
        _test.Cancel();
        _test.Dispose();
    }

    /// <summary>Begins anew; a test under way is given up.</summary>
    public async Task StartAsync(LinkTrial trial)
    {
        await _test.CancelAsync();
        _test.Dispose();
        _test = new CancellationTokenSource();
        (_steps, _names, _running, _verdict) = ([], ConnectionTest.StepsOf(trial.Link.Request(interactive: true)), true, null);
        StateHasChanged();
        await RunAsync(trial.Link, _test);
    }

    private async Task RunAsync(Link link, CancellationTokenSource test)
    {
        try
        {
            var result = await Test.RunAsync(Credentials.Open(link), link.Request(interactive: true), new Listener(this, test), test.Token);
            End(test, result.Passed ? T["The connection works."] : T["The connection does not work yet."]);
        }
        catch (OperationCanceledException)
        {
            End(test, T["The test was cancelled."]);
        }
        catch (ProblemException unreadable)
        {
            End(test, unreadable.Problem.Message);
        }
    }

    private void End(CancellationTokenSource test, string verdict)
    {
        if (test == _test)
        {
            (_running, _verdict) = (false, verdict);
            StateHasChanged();
        }
    }

    private Task CancelAsync() => _test.CancelAsync();

    private static LinkTone Tone(TestOutcome outcome) => outcome switch
    {
        TestOutcome.Passed => LinkTone.Good,
        TestOutcome.Failed => LinkTone.Bad,
        _ => LinkTone.Waiting,
    };

    private string Word(TestOutcome outcome) => outcome switch
    {
        TestOutcome.Passed => T["Passed"],
        TestOutcome.Failed => T["Failed"],
        _ => T["Skipped"],
    };

    private string Name(string step) => step switch
    {
        "Name resolution" => T["Name resolution"],
        "Sign-in" => T["Sign-in"],
        "Permissions" => T["Permissions"],
        "Credential" => T["Credential"],
        "Group" => T["Group"],
        "First people" => T["First people"],
        "Read beside" => T["Read beside"],
        _ => step,
    };

    /// <summary>Shows each step at the moment it ends.</summary>
    private sealed class Listener(TestPanel panel, CancellationTokenSource test) : IProgress<TestStep>
    {
        public void Report(TestStep value) => _ = panel.InvokeAsync(() =>
        {
            if (test == panel._test)
            {
                panel._steps = panel._steps.Add(value);
                panel.StateHasChanged();
            }
        });
    }
}
