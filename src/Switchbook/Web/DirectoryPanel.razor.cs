using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Switchbook.PhoneDirectory;

namespace Switchbook.Web;

/// <summary>The directory as phones see it, page by page, with the search that phones use.</summary>
public sealed partial class DirectoryPanel : ComponentBase, IDisposable
{
    private const int PageSize = 15;

    /// <summary>Long enough to type on, short enough to feel at once.</summary>
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(120);

    private CancellationTokenSource _typing = new();
    private ImmutableArray<DirectoryEntry> _rows = [];
    private DirectorySnapshot _shown = DirectorySnapshot.Empty;
    private string _text = "";
    private int _offset;
    private bool _more;

    [Inject]
    private CurrentDirectory Directory { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private string Counts => $"{N(_shown.EntryCount)} {(_shown.EntryCount == 1 ? "entry" : "entries")}";

    private string Place => $"{N(_offset + 1)} to {N(_offset + _rows.Length)}{(_text.Length == 0 ? $" of {N(_shown.EntryCount)}" : "")}";

    private string Found => (_text.Length, _rows.Length, _more || _offset > 0) switch
    {
        (0, _, _) => "",
        (_, 0, _) => "No match",
        (_, 1, false) => "1 match",
        (_, var count, false) => $"{N(count)} matches",
        _ => $"More than {PageSize} matches",
    };

    /// <summary>Shows the directory of now, if another one was published.</summary>
    public void Renew()
    {
        if (!ReferenceEquals(_shown, Directory.Snapshot))
        {
            Search();
            StateHasChanged();
        }
    }

    public void Dispose() => _typing.Dispose();

    protected override void OnInitialized() => Search();

    private static string N(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Kind(string kind) => kind switch
    {
        "businessPhones" => "Business",
        "mobilePhone" => "Mobile",
        "homePhone" => "Home",
        "faxNumber" => "Fax",
        "manual" => "Manual",
        _ => kind,
    };

    private async Task TypeAsync(ChangeEventArgs change)
    {
        _text = change.Value?.ToString()?.Trim() ?? "";
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

        _offset = 0;
        Search();
    }

    private void Back()
    {
        _offset = Math.Max(0, _offset - PageSize);
        Search();
    }

    private void Forward()
    {
        _offset += _more ? PageSize : 0;
        Search();
    }

    private void Search()
    {
        _shown = Directory.Snapshot;
        var most = _offset + PageSize + 1;
        var found = _text.Length > 0
            ? _shown.Search(_text, most).Skip(_offset)
            : Enumerable.Range(_offset, Math.Clamp(_shown.EntryCount - _offset, 0, PageSize + 1)).Select(ordinal => _shown[ordinal]);
        var page = found.ToArray();
        _more = page.Length > PageSize;
        _rows = [.. page.Take(PageSize)];
    }
}
