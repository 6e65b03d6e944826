using Microsoft.AspNetCore.Components;
using Switchbook.History;
using Switchbook.Synchronization;

namespace Switchbook.Web.Runs;

/// <summary>One ended run: how it went, and what it changed for phones.</summary>
public sealed partial class RunPage : ComponentBase
{
    private StoredRun? _run;
    private long? _version;
    private long? _before;

    [Parameter]
    public long Id { get; set; }

    [Inject]
    private DirectoryStore Store { get; set; } = default!;

    [Inject]
    private DirectoryHistory History { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        _run = await Store.FindRunAsync(Id, CancellationToken.None);
        _version = await History.OfRunAsync(Id, CancellationToken.None);
        _before = _version is { } version ? await History.BeforeAsync(version, CancellationToken.None) : null;
    }
}
