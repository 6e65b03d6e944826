using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Switchbook.Links;
using Switchbook.Synchronization;

namespace Switchbook.Web.Runs;

/// <summary>The runs that have ended, newest first: what each did, how long it took, and why it did not succeed.</summary>
public sealed partial class RunsPage : ComponentBase, IDisposable
{
    private const int PageSize = 50;

    private readonly CancellationTokenSource _closed = new();
    private ImmutableArray<Link> _links = [];
    private ImmutableArray<StoredRun> _runs = [];
    private int? _link;
    private int _most = PageSize;
    private bool _more;

    [Inject]
    private LinkStore Links { get; set; } = default!;

    [Inject]
    private DirectoryStore Store { get; set; } = default!;

    [Inject]
    private RunMonitor Monitor { get; set; } = default!;

    public void Dispose()
    {
        Monitor.Changed -= Renew;
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        if (RendererInfo.IsInteractive)
        {
            Monitor.Changed += Renew;
        }
    }

    /// <summary>A run that ends plans the next one; progress does not concern this page.</summary>
    private void Renew(object? sender, EventArgs arguments)
    {
        if (_links.All(link => Monitor.Running(link.Id) is null))
        {
            _ = InvokeAsync(async () =>
            {
                await ReadAsync();
                StateHasChanged();
            });
        }
    }

    private async Task ReadAsync()
    {
        _links = await Links.ListAsync(CancellationToken.None);
        var runs = new List<StoredRun>();
        foreach (var link in _links.Where(link => _link is null || link.Id == _link))
        {
            runs.AddRange(await Store.RunsOfAsync(link.Id, _most + 1, CancellationToken.None));
        }

        _more = runs.Count > _most;
        _runs = [.. runs.OrderByDescending(run => run.FinishedAt).Take(_most)];
    }

    private Task ChooseAsync(ChangeEventArgs change)
    {
        _link = int.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        return ReadAsync();
    }

    private Task MoreAsync()
    {
        _most += PageSize;
        return ReadAsync();
    }
}
