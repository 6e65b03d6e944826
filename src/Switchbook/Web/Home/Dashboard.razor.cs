using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Switchbook.ChangeNotifications;
using Switchbook.Links;
using Switchbook.Notices;
using Switchbook.Synchronization;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Home;

/// <summary>The first page: how the links stand.</summary>
public sealed partial class Dashboard : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private LinkWatch _watch = default!;
    private ImmutableArray<LinkView> _links = [];
    private ImmutableArray<StuckNotice> _stuck = [];
    private Standing _standing = default!;
    private DateTimeOffset _now;

    [Inject]
    private LinkStore LinkStore { get; set; } = default!;

    [Inject]
    private DirectoryStore Store { get; set; } = default!;

    [Inject]
    private HeldRuns Held { get; set; } = default!;

    [Inject]
    private SubscriptionStore Subscriptions { get; set; } = default!;

    [Inject]
    private NoticeStore Notices { get; set; } = default!;

    [Inject]
    private RunMonitor Monitor { get; set; } = default!;

    [Inject]
    private SyncSchedule Schedule { get; set; } = default!;

    [Inject]
    private Pulse Pulse { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _watch = new LinkWatch(new(LinkStore, Store, Held, Subscriptions, Notices), Monitor, T, Time);
        await LookAsync(Time.GetUtcNow());
        if (RendererInfo.IsInteractive)
        {
            _ = FollowAsync();
        }
    }

    private async Task FollowAsync()
    {
        try
        {
            await foreach (var now in Pulse.BeatAsync(_closed.Token))
            {
                await InvokeAsync(() => RenewAsync(now));
            }
        }
        catch (OperationCanceledException)
        {
            // The window was closed.
        }
    }

    private async Task RenewAsync(DateTimeOffset now)
    {
        await LookAsync(now);
        StateHasChanged();
    }

    private async Task LookAsync(DateTimeOffset now)
    {
        _links = await _watch.LookAsync(_closed.Token);
        _stuck = _watch.Stuck;
        _standing = Standing.Of(_links, T);
        _now = now;
    }

    private void Synchronize(int linkId) => Schedule.RunNow(linkId);
}
