using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Switchbook.Access;
using Switchbook.Access.Operators;
using Switchbook.Problems;
using Switchbook.Web.Shell;

namespace Switchbook.Web.SignIn;

/// <summary>The people who may sign in, to add, remove, or give a new password.</summary>
public sealed partial class OperatorsPage : ComponentBase
{
    private ImmutableArray<Operator> _operators = [];
    private Operator? _chosen;
    private int? _removing;
    private string _name = "";
    private string _password = "";
    private OperatorRole _role = OperatorRole.Operator;
    private ProblemView? _problem;

    [Inject]
    private OperatorStore Store { get; set; } = default!;

    [Inject]
    private AccessRefresh Refresh { get; set; } = default!;

    private string Explanation => _role switch
    {
        OperatorRole.Administrator => T["May do everything."],
        OperatorRole.Operator => T["Runs links, decides on held runs, rolls back, edits entries."],
        _ => T["Reads."],
    };

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync() => _operators = await Store.ListAsync(CancellationToken.None);

    private void Choose(Operator? one) => (_chosen, _password, _problem) = (one, "", null);

    private Task SaveAsync() => ChangeAsync(() => _chosen is { } one
        ? Store.SetPasswordAsync(one.Name, _password, CancellationToken.None)
        : Store.AddAsync(new(_name, _role, _password), CancellationToken.None));

    private Task RemoveAsync(Operator one) => ChangeAsync(() => Store.RemoveAsync(one.Name, evenLast: false, CancellationToken.None));

    private async Task ChangeAsync(Func<Task> change)
    {
        (_removing, _problem) = (null, null);
        try
        {
            await change();
            (_chosen, _name) = (null, "");
            await Refresh.RefreshAsync(CancellationToken.None);
        }
        catch (ProblemException refused)
        {
            _problem = ProblemView.Of(refused.Problem);
        }

        _password = "";
        await ReadAsync();
    }
}
