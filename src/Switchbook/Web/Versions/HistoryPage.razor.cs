using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Switchbook.History;
using Switchbook.PhoneDirectory;
using Switchbook.Problems;
using Switchbook.Storage;
using Switchbook.Synchronization;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Versions;

/// <summary>The directory's versions, newest first: what each changed, which is served, and the way back to an older one.</summary>
public sealed partial class HistoryPage : ComponentBase, IDisposable
{
    private const int PageSize = 50;

    private ImmutableArray<DirectoryVersion> _versions = [];
    private long? _pinned;
    private long? _choosing;
    private int _most = PageSize;
    private ProblemView? _problem;

    [Inject]
    private DirectoryHistory History { get; set; } = default!;

    [Inject]
    private DirectoryRefresh Refresh { get; set; } = default!;

    [Inject]
    private CurrentDirectory Directory { get; set; } = default!;

    private long? Served => _pinned ?? (_versions.IsEmpty ? null : _versions[0].Version);

    public void Dispose() => Directory.Published -= Renew;

    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        if (RendererInfo.IsInteractive)
        {
            Directory.Published += Renew;
        }
    }

    private void Renew(object? sender, EventArgs arguments) => _ = InvokeAsync(async () =>
    {
        await ReadAsync();
        StateHasChanged();
    });

    /// <summary>One more than is shown, to compare the last one with.</summary>
    private async Task ReadAsync()
    {
        _versions = [.. await History.ListAsync(_most + 1, null, CancellationToken.None)];
        _pinned = await History.PinnedAsync(CancellationToken.None);
    }

    private Task MoreAsync()
    {
        _most += PageSize;
        return ReadAsync();
    }

    private Task RollBackAsync(long version) => ChangeAsync(() => History.RollBackAsync(version, CancellationToken.None));

    private Task ReleaseAsync() => ChangeAsync(() => History.ReleaseAsync(CancellationToken.None));

    private async Task ChangeAsync(Func<Task> change)
    {
        (_choosing, _problem) = (null, null);
        try
        {
            await change();
            await Refresh.RefreshAsync(CancellationToken.None);
        }
        catch (ProblemException refused)
        {
            _problem = ProblemView.Of(refused.Problem);
        }

        await ReadAsync();
    }

    private string What(DirectoryVersion version) => version.Cause switch
    {
        VersionCause.Run => T["Run of {0}", version.Subject],
        VersionCause.EntryAdded => T["Added by hand: {0}", version.Subject],
        VersionCause.EntryChanged => T["Changed by hand: {0}", version.Subject],
        VersionCause.EntryRemoved => T["Removed by hand: {0}", version.Subject],
        VersionCause.LinkChanged => T["Link changed: {0}", version.Subject],
        VersionCause.LinkRemoved => T["Link removed: {0}", version.Subject],
        _ => T["Precedence: {0}", version.Subject],
    };
}
