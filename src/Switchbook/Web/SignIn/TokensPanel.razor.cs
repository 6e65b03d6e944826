using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Switchbook.Access;
using Switchbook.Access.Operators;
using Switchbook.Access.Tokens;
using Switchbook.Problems;
using Switchbook.Web.Shell;

namespace Switchbook.Web.SignIn;

/// <summary>The tokens of programs that may ask the API; a new one is shown once, in the window that made it.</summary>
public sealed partial class TokensPanel : ComponentBase
{
    private ImmutableArray<ApiToken> _tokens = [];
    private (string Name, string Token)? _made;
    private int? _removing;
    private string _name = "";
    private OperatorRole _role = OperatorRole.Viewer;
    private int _days = ApiTokenStore.DefaultDays;
    private ProblemView? _problem;

    [Inject]
    private ApiTokenStore Store { get; set; } = default!;

    [Inject]
    private AccessRefresh Refresh { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync() => _tokens = await Store.ListAsync(CancellationToken.None);

    private Task AddAsync() => ChangeAsync(async () =>
    {
        var (stored, token) = await Store.AddAsync(_name, _role, _days, CancellationToken.None);
        (_made, _name) = ((stored.Name, token), "");
    });

    private Task RemoveAsync(ApiToken token) => ChangeAsync(() => Store.RemoveAsync(token.Name, CancellationToken.None));

    private async Task ChangeAsync(Func<Task> change)
    {
        (_removing, _problem, _made) = (null, null, null);
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
}
