using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Switchbook.Access;
using Switchbook.Access.Views;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;
using Switchbook.Links;
using Switchbook.Problems;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Clients;

/// <summary>The views of this installation.</summary>
public sealed partial class ViewsPanel : ComponentBase
{
    private readonly HashSet<string> _chosenSources = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _chosenFields = [.. ViewFields.All];
    private ImmutableArray<string> _sources = [];
    private ImmutableArray<ClientView> _views = [];
    private string _name = "";
    private string _kinds = "";
    private string _root = "";
    private ProblemView? _problem;

    [Parameter, EditorRequired]
    public EventCallback OnChange { get; set; }

    [Inject]
    private ViewStore Store { get; set; } = default!;

    [Inject]
    private LinkStore Links { get; set; } = default!;

    [Inject]
    private AccessRefresh Refresh { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _sources = [ClientView.Manual, .. (await Links.ListAsync(CancellationToken.None)).Select(link => link.Name)];
        _views = await Store.ListAsync(CancellationToken.None);
    }

    private static void Toggle(HashSet<string> chosen, string one)
    {
        if (!chosen.Remove(one))
        {
            chosen.Add(one);
        }
    }

    private string Listed(string? list, Func<string, string> name) => ClientView.Lines(list) switch
    {
        null => T["Everything"],
        [] => T["none"],
        var lines => string.Join(", ", lines.Select(name)),
    };

    private string Field(string field) => field switch
    {
        ViewFields.Mail => T["Mail"],
        ViewFields.Title => T["Title"],
        ViewFields.Department => T["Department"],
        _ => T["Company"],
    };

    private void Choose(ClientView view)
    {
        (_name, _kinds, _root) = (view.Name, string.Join(", ", ClientView.Lines(view.Kinds) ?? []), view.BaseDn ?? "");
        Fill(_chosenSources, ClientView.Lines(view.Sources) ?? []);
        Fill(_chosenFields, ClientView.Lines(view.Fields) ?? ViewFields.All);
    }

    private static void Fill(HashSet<string> chosen, IEnumerable<string> with)
    {
        chosen.Clear();
        chosen.UnionWith(with);
    }

    private Task SaveAsync() => ChangeAsync(() =>
    {
        var kinds = _kinds.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        var root = _root.Trim();
        return root.Length > 0 && !DistinguishedName.TryParse(root, LdapSchema.Standard, out _)
            ? throw new ProblemException(ViewProblems.BaseUnfit.With(root))
            : Store.SetAsync(
                new()
                {
                    Name = _name,
                    Sources = _chosenSources.Count == 0 ? null : [.. _chosenSources],
                    Kinds = kinds.Length == 0 ? null : kinds,
                    Fields = _chosenFields.Count == ViewFields.All.Count ? null : [.. _chosenFields],
                    BaseDn = root.Length == 0 ? null : root,
                },
                CancellationToken.None);
    });

    private Task RemoveAsync(ClientView view) => ChangeAsync(() => Store.RemoveAsync(view.Name, CancellationToken.None));

    private async Task ChangeAsync(Func<Task> change)
    {
        _problem = null;
        try
        {
            await change();
            (_name, _kinds, _root) = ("", "", "");
            Fill(_chosenSources, []);
            Fill(_chosenFields, ViewFields.All);
            await Refresh.RefreshAsync(CancellationToken.None);
        }
        catch (ProblemException refused)
        {
            _problem = ProblemView.Of(refused.Problem);
        }

        _views = await Store.ListAsync(CancellationToken.None);
        await OnChange.InvokeAsync();
    }
}
