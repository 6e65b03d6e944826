using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using Switchbook.Links;
using Switchbook.Problems;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Linking;

/// <summary>The form of one link: connect, try, look at what it would do, save.</summary>
public sealed partial class LinkPage : ComponentBase
{
    private readonly LinkFaults _faults = new();
    private LinkFields _fields = new();
    private Link? _stored;
    private LinkTrial? _trial;
    private ProblemView? _problem;
    private PreviewPanel? _preview;
    private TestPanel? _test;
    private string _tab = "connect";
    private bool _missing;

    /// <summary>The stored link; null for a new one.</summary>
    [Parameter]
    public int? Id { get; set; }

    [Inject]
    private LinkStore Links { get; set; } = default!;

    [Inject]
    private LinkCredentials Credentials { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    private IEnumerable<(string Key, string Text)> Tabs =>
        [("connect", T["Connect to Directory Service"]), ("test", T["Test Connection"]), ("preview", T["Preview"])];

    protected override async Task OnParametersSetAsync()
    {
        if (Id is { } id && _stored?.Id != id)
        {
            _stored = (await Links.ListAsync(CancellationToken.None)).FirstOrDefault(link => link.Id == id);
            (_missing, _fields) = (_stored is null, _stored is null ? new() : LinkFields.Of(_stored));
            Check();
        }
    }

    private void Changed(string field)
    {
        _faults.Touch(field);
        _problem = null;
        Check();
    }

    private void Check()
    {
        var draft = _fields.ToDraft();
        var (link, faults) = LinkValidation.Check(draft);
        var tryable = link is null ? null : Credentials.Tryable(link, draft.Credential, _stored);
        _faults.Set(faults);
        if (draft.Credential is null && _fields.StoredKind != _fields.CredentialKind)
        {
            _faults.Add(new(_fields.CredentialKind == CredentialKinds.Certificate ? "certificate" : "client-secret", LinkProblems.SecretMissing.With()));
        }

        _trial = tryable is null || !_faults.None ? null : new LinkTrial(tryable);
    }

    /// <summary>What can be asked of the tenant before its group is known: which groups there are.</summary>
    private LinkTrial? WithoutGroup()
    {
        var draft = _fields.ToDraft() with { GroupId = Guid.Empty.ToString(), Name = "-" };
        return LinkValidation.Check(draft).Link is { } link && Credentials.Tryable(link, draft.Credential, _stored) is { } tryable
            ? new LinkTrial(tryable)
            : null;
    }

    /// <summary>The link as the form has it; or null, and the first fault has the focus.</summary>
    private async Task<LinkTrial?> ReadyAsync()
    {
        _faults.TellAll();
        Check();
        if (_trial is null)
        {
            _tab = "connect";
            StateHasChanged();
            await Task.Yield();
            await Script.InvokeVoidAsync("switchbook.focus", CancellationToken.None, "[aria-invalid=true]");
        }

        return _trial;
    }

    private async Task TestAsync()
    {
        if (await ReadyAsync() is { } trial)
        {
            _tab = "test";
            await _test!.StartAsync(trial);
        }
    }

    private async Task PreviewAsync()
    {
        if (await ReadyAsync() is { } trial)
        {
            _tab = "preview";
            await _preview!.StartAsync(trial);
        }
    }

    private async Task SaveAsync()
    {
        if (await ReadyAsync() is null)
        {
            return;
        }

        var draft = _fields.ToDraft();
        var link = LinkValidation.Check(draft).Link!;
        try
        {
            _ = _stored is null
                ? await Links.AddAsync(link, draft.Credential, CancellationToken.None)
                : await Links.EditAsync(_stored.Name, link, draft.Credential, CancellationToken.None);
            Navigation.NavigateTo(Paths.Links);
        }
        catch (ProblemException refused) when (refused.Problem.Code == LinkProblems.NameTaken.Code)
        {
            _faults.Set([new("name", refused.Problem)]);
            _tab = "connect";
        }
        catch (ProblemException refused)
        {
            _problem = ProblemView.Of(refused.Problem);
        }
    }

    /// <summary>Arrow keys turn from tab to tab (WAI-ARIA Authoring Practices, tabs).</summary>
    private async Task Turn(KeyboardEventArgs pressed)
    {
        var keys = Tabs.Select(tab => tab.Key).ToImmutableArray();
        var step = pressed.Key switch { "ArrowRight" => 1, "ArrowLeft" => keys.Length - 1, _ => 0 };
        if (step != 0)
        {
            _tab = keys[(keys.IndexOf(_tab) + step) % keys.Length];
            await Script.InvokeVoidAsync("switchbook.focus", CancellationToken.None, $"#tab-{_tab}");
        }
    }
}
