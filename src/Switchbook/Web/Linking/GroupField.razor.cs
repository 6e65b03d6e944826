using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Switchbook.Links;
using Switchbook.Problems;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Linking;

/// <summary>Which group: by its ID, or found by its name at the service while one types.</summary>
public sealed partial class GroupField : ComponentBase, IDisposable
{
    /// <summary>Nobody wants to ask Microsoft for each letter.</summary>
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(300);

    private CancellationTokenSource _typing = new();
    private ImmutableArray<FoundGroup> _found = [];
    private ProblemView? _problem;
    private string? _chosen;
    private string _status = "";

    [Parameter, EditorRequired]
    public required LinkFields Fields { get; set; }

    [Parameter]
    public ProblemView? Fault { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string> OnChanged { get; set; }

    /// <summary>The form without its group; null while it cannot be signed in with.</summary>
    [Parameter, EditorRequired]
    public required Func<LinkTrial?> WithoutGroup { get; set; }

    [Inject]
    private TenantLook Look { get; set; } = default!;

    [Inject]
    private LinkCredentials Credentials { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private Dictionary<string, object> Input => FieldInput.Of("group-id", Fault);

    public void Dispose() => _typing.Dispose();

    private async Task TypeAsync(ChangeEventArgs change)
    {
        (Fields.GroupId, _chosen, _problem, _found) = (change.Value as string ?? "", null, null, []);
        await OnChanged.InvokeAsync("group-id");
        await _typing.CancelAsync();
        _typing.Dispose();
        _typing = new CancellationTokenSource();
        var token = _typing.Token;
        if (Guid.TryParse(Fields.GroupId, out _) || Fields.GroupId.Trim().Length < 2)
        {
            _status = "";
            return;
        }

        try
        {
            await Task.Delay(TypingPause, Time, token);
            await FindAsync(token);
        }
        catch (OperationCanceledException)
        {
            // More was typed.
        }
    }

    private async Task FindAsync(CancellationToken cancellationToken)
    {
        if (WithoutGroup() is not { } trial)
        {
            _status = T["Fill in the fields above to search by name."];
            return;
        }

        try
        {
            _found = await Look.GroupsAsync(Credentials.Open(trial.Link), Fields.GroupId.Trim(), cancellationToken);
            _status = _found.IsEmpty ? T["No group of that name."] : T.Count(_found.Length, "{0} group", "{0} groups");
        }
        catch (ProblemException refused)
        {
            (_problem, _status) = (ProblemView.Of(refused.Problem), "");
        }
    }

    private async Task ChooseAsync(FoundGroup group)
    {
        (Fields.GroupId, _chosen, _found, _status) = (group.Id, group.Name, [], "");
        await OnChanged.InvokeAsync("group-id");
    }

    private Task PressAsync(KeyboardEventArgs pressed, FoundGroup group) =>
        pressed.Key is "Enter" or " " ? ChooseAsync(group) : Task.CompletedTask;
}
