using Microsoft.AspNetCore.Components;
using Switchbook.Links;
using Switchbook.Problems;
using Switchbook.Synchronization;
using Switchbook.Web.Changes;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Runs;

/// <summary>The run of a link that a guard holds: why, what it would do, and what is to become of it.</summary>
public sealed partial class HeldPage : ComponentBase, IDisposable
{
    private Link? _link;
    private HeldRun? _held;
    private ChangeView[] _changes = [];
    private ProblemView? _problem;

    /// <summary>Of the link.</summary>
    [Parameter]
    public int Id { get; set; }

    [Inject]
    private LinkStore Links { get; set; } = default!;

    [Inject]
    private HeldRuns Runs { get; set; } = default!;

    [Inject]
    private SyncSchedule Schedule { get; set; } = default!;

    [Inject]
    private RunMonitor Monitor { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    public void Dispose() => Monitor.Changed -= Renew;

    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        if (RendererInfo.IsInteractive)
        {
            Monitor.Changed += Renew;
        }
    }

    private async Task ReadAsync()
    {
        _link = (await Links.ListAsync(CancellationToken.None)).FirstOrDefault(link => link.Id == Id);
        _held = await Runs.FindAsync(Id, CancellationToken.None);
        _changes = _held is null ? [] : [.. _held.Changes.Select(ChangeView.Of)];
    }

    /// <summary>A run that ends may have decided it; progress does not concern this page.</summary>
    private void Renew(object? sender, EventArgs arguments)
    {
        if (Monitor.Running(Id) is null)
        {
            _ = InvokeAsync(async () =>
            {
                await ReadAsync();
                StateHasChanged();
            });
        }
    }

    private void Apply()
    {
        Schedule.RunNow(Id, new(Apply: true));
        Navigation.NavigateTo("/");
    }

    private Task ApplyNextAsync() => DecideAsync(link => Runs.ApplyNextAsync(link, CancellationToken.None));

    private Task DiscardAsync() => DecideAsync(link => Runs.DiscardAsync(link, CancellationToken.None));

    private async Task DecideAsync(Func<Link, Task> decide)
    {
        _problem = null;
        try
        {
            await decide(_link!);
        }
        catch (ProblemException late)
        {
            _problem = ProblemView.Of(late.Problem);
        }

        await ReadAsync();
    }
}
