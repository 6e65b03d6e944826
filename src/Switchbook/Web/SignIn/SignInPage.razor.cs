using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Switchbook.Access;
using Switchbook.Access.Operators;
using Switchbook.Web.Shell;

namespace Switchbook.Web.SignIn;

/// <summary>Where an operator signs in; it works without scripts.</summary>
public sealed partial class SignInPage : ComponentBase
{
    private ProblemView? _problem;

    /// <summary>Where to go then.</summary>
    [SupplyParameterFromQuery]
    private string? Back { get; set; }

    [SupplyParameterFromForm]
    private string? Name { get; set; }

    [SupplyParameterFromForm]
    private string? Password { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [Inject]
    private Entrance Entrance { get; set; } = default!;

    [Inject]
    private Sessions Sessions { get; set; } = default!;

    [Inject]
    private CurrentOperators Operators { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized()
    {
        if (Operators.AreNone)
        {
            Navigation.NavigateTo(RemoteAddress.IsOnThisComputer(Context) ? EntrancePaths.Local(Back) : EntrancePaths.SetUp);
        }
        else if (HttpMethods.IsGet(Context.Request.Method) && Caller.Ticket(Context.User) is not null)
        {
            Navigation.NavigateTo(EntrancePaths.Local(Back));
        }
    }

    private async Task SignInAsync()
    {
        switch (Entrance.Try(Name ?? "", Password ?? "", RemoteAddress.Of(Context)))
        {
            case EntranceAnswer.Welcome welcome:
                await Context.SignInAsync(Caller.Session, Sessions.Open(welcome.Operator));
                Navigation.NavigateTo(EntrancePaths.Local(Back));
                break;
            case EntranceAnswer.Refused refused:
                _problem = ProblemView.Of(refused.Problem);
                break;
        }
    }
}
