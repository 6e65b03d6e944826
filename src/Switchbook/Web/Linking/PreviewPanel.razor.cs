using Microsoft.AspNetCore.Components;
using Switchbook.Graph;
using Switchbook.Problems;
using Switchbook.Synchronization;
using Switchbook.Web.Changes;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Linking;

/// <summary>What a run would do with the form as it stands.</summary>
public sealed partial class PreviewPanel : ComponentBase, IDisposable
{
    private CancellationTokenSource _reading = new();
    private Preview? _preview;
    private ProblemView? _problem;
    private ReadProgress? _progress;
    private ChangeView[] _changes = [];
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
        (_preview, _changes, _problem, _progress, _running) = (null, [], null, null, true);
        StateHasChanged();
        try
        {
            var token = reading.Token;
            var preview = await Task.Run(() => Planner.PreviewAsync(trial.Link, new Listener(this, reading), token), token);
            if (reading == _reading)
            {
                (_preview, _changes) = (preview, [.. preview.Changes.Select(ChangeView.Of)]);
            }
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
