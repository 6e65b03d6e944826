using Microsoft.AspNetCore.Components;
using Switchbook.Problems;
using Switchbook.Synchronization;

namespace Switchbook.Web.Entries;

/// <summary>Makes or changes an entry by hand.</summary>
public sealed partial class EntryForm : ComponentBase
{
    private ElementReference _first;
    private string _name = "";
    private string _number = "";
    private Problem? _problem;

    /// <summary>The manual entry to change; null makes a new one.</summary>
    [Parameter, EditorRequired]
    public required string? Id { get; set; }

    [Parameter]
    public string Name { get; set; } = "";

    [Parameter]
    public string Number { get; set; } = "";

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>Gets the ID of the entry that was saved.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnSaved { get; set; }

    [Inject]
    private ManualEntries Entries { get; set; } = default!;

    [Inject]
    private DirectoryRefresh Refresh { get; set; } = default!;

    protected override void OnInitialized() => (_name, _number) = (Name, Number);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _first.FocusAsync();
        }
    }

    private async Task SaveAsync()
    {
        try
        {
            var id = Id ?? await Entries.AddAsync(_name, _number, CancellationToken.None);
            if (Id is not null)
            {
                await Entries.EditAsync(Id, _name, _number, CancellationToken.None);
            }

            await Refresh.RefreshAsync(CancellationToken.None);
            await OnSaved.InvokeAsync(id);
        }
        catch (ProblemException unfit)
        {
            _problem = unfit.Problem;
        }
    }
}
