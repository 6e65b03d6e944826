using Microsoft.AspNetCore.Components;
using Switchbook.Graph;
using Switchbook.Problems;
using Switchbook.Synchronization;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Linking;

/// <summary>What a run would do with the form as it stands.</summary>
public sealed partial class PreviewPanel : ComponentBase, IDisposable
{
    private CancellationTokenSource _reading = new();
    private Preview? _preview;
    private ProblemView? _problem;
    private ReadProgress? _progress;
    private EntryChange[] _shown = [];
    private string _text = "";
    private string _kind = "";
    private bool _running;

    [Inject]
    private RunPlanner Planner { get; set; } = default!;

    public void Dispose()
    {
        _reading.Cancel();
        _reading.Dispose();
    }

    /// <summary>Begins anew; a preview under way is given up.</summary>
    public async Task StartAsync(LinkTrial trial)
    {
        await _reading.CancelAsync();
        _reading.Dispose();
        var reading = _reading = new CancellationTokenSource();
        (_preview, _problem, _progress, _running, _text, _kind) = (null, null, null, true, "", "");
        StateHasChanged();
        try
        {
            var token = reading.Token;
            var preview = await Task.Run(() => Planner.PreviewAsync(trial.Link, new Listener(this, reading), token), token);
            _preview = reading == _reading ? preview : _preview;
            Filter("", "");
        }
        catch (OperationCanceledException)
        {
            // Another preview has begun, or somebody cancelled this one.
        }
        catch (ProblemException refused) when (reading == _reading)
        {
            _problem = ProblemView.Of(refused.Problem);
        }

        _running &= reading != _reading;
        StateHasChanged();
    }

    private void Filter(string text, string kind)
    {
        (_text, _kind) = (text.Trim(), kind);
        _shown = _preview is null
            ? []
            : [.. _preview.Changes.Where(change =>
                (_kind.Length == 0 || change.Kind.ToString() == _kind)
                && (_text.Length == 0
                    || change.Name.Contains(_text, StringComparison.OrdinalIgnoreCase)
                    || change.Number.Contains(_text, StringComparison.OrdinalIgnoreCase)))];
    }

    private string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => T["Added"],
        ChangeKind.Removed => T["Removed"],
        _ => T["Changed"],
    };

    /// <summary>Shows how far the reading has come.</summary>
    private sealed class Listener(PreviewPanel panel, CancellationTokenSource reading) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) => _ = panel.InvokeAsync(() =>
        {
            if (reading == panel._reading)
            {
                panel._progress = value;
                panel.StateHasChanged();
            }
        });
    }
}
