using System.Collections.Frozen;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Switchbook.PhoneDirectory;
using Switchbook.Synchronization;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Entries;

/// <summary>The directory as phones see it: every entry, found by the search that phones use, and the entries made by hand.</summary>
public sealed partial class DirectoryPage : ComponentBase, IDisposable
{
    /// <summary>Long enough to type on, short enough to feel at once.</summary>
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(120);

    private readonly CancellationTokenSource _closed = new();
    private CancellationTokenSource _typing = new();
    private EntryQuery _query = new();
    private ShownEntries _shown = ShownEntries.Find(DirectorySnapshot.Empty, new(), FrozenSet<int>.Empty);
    private Virtualize<DirectoryEntry>? _rows;
    private EntryCardView? _card;
    private bool _editing;
    private string? _editedId;

    [Inject]
    private CurrentDirectory Directory { get; set; } = default!;

    [Inject]
    private ConflictedEntries Conflicts { get; set; } = default!;

    [Inject]
    private ManualEntries Entries { get; set; } = default!;

    [Inject]
    private DirectoryRefresh Refresh { get; set; } = default!;

    [Inject]
    private Pulse Pulse { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private string Found => (_query.IsEverything, _shown.IsCut) switch
    {
        (true, _) => "",
        (_, true) => T["More than {0} matches", Wording.Number(ShownEntries.MostHits)],
        _ => T.Count(_shown.Count, "{0} match", "{0} matches"),
    };

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
        _typing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        await AskAsync(_query);
        if (RendererInfo.IsInteractive)
        {
            _ = FollowAsync();
        }
    }

    private async Task FollowAsync()
    {
        try
        {
            await foreach (var _ in Pulse.BeatAsync(_closed.Token))
            {
                if (!ReferenceEquals(_shown.Snapshot, Directory.Snapshot))
                {
                    await InvokeAsync(() => AskAsync(_query));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The window was closed.
        }
    }

    private async Task TypeAsync(ChangeEventArgs change)
    {
        var text = change.Value?.ToString()?.Trim() ?? "";
        await _typing.CancelAsync();
        _typing.Dispose();
        _typing = new CancellationTokenSource();
        try
        {
            await Task.Delay(TypingPause, Time, _typing.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await AskAsync(_query with { Text = text });
    }

    private async Task AskAsync(EntryQuery query)
    {
        _query = query;
        var snapshot = Directory.Snapshot;
        var conflicts = query.Conflicts ? await Conflicts.OfAsync(snapshot) : [];
        _shown = ShownEntries.Find(snapshot, query, conflicts);
        _card = _card is null ? null : new EntryCards(T).Make(snapshot, _card.Id);
        StateHasChanged();
        if (_rows is not null)
        {
            await _rows.RefreshDataAsync();
            StateHasChanged();
        }
    }

    private ValueTask<ItemsProviderResult<DirectoryEntry>> Provide(ItemsProviderRequest request) =>
        ValueTask.FromResult(new ItemsProviderResult<DirectoryEntry>(_shown.Window(request.StartIndex, request.Count), _shown.Count));

    private void Open(string id)
    {
        _card = new EntryCards(T).Make(_shown.Snapshot, id);
        _editing = false;
    }

    private void Add() => (_editing, _editedId) = (true, null);

    private void Edit() => (_editing, _editedId) = (true, _card?.Id);

    private async Task SavedAsync(string id)
    {
        _editing = false;
        await AskAsync(_query);
        Open(id);
    }

    private async Task RemoveAsync()
    {
        await Entries.RemoveAsync(_card!.Id, CancellationToken.None);
        await Refresh.RefreshAsync(CancellationToken.None);
        _card = null;
        await AskAsync(_query);
    }
}
