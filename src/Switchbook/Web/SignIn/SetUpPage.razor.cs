using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Switchbook.Access;
using Switchbook.Access.Operators;
using Switchbook.Problems;
using Switchbook.Web.Shell;

namespace Switchbook.Web.SignIn;

/// <summary>
/// Where the first administrator is made: from this computer, or with the token of the server's log. It works without scripts.
/// </summary>
public sealed partial class SetUpPage : ComponentBase
{
    private ProblemView? _problem;

    /// <summary>The token as the link in the log gives it.</summary>
    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    /// <summary>The token as the form gives it.</summary>
    [SupplyParameterFromForm]
    private string? Given { get; set; }

    [SupplyParameterFromForm]
    private string? Name { get; set; }

    [SupplyParameterFromForm]
    private string? Password { get; set; }

    [SupplyParameterFromForm]
    private string? Again { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [Inject]
    private FirstOperator First { get; set; } = default!;

    [Inject]
    private Sessions Sessions { get; set; } = default!;

    [Inject]
    private CurrentOperators Operators { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private bool IsHere => RemoteAddress.IsOnThisComputer(Context);

    protected override void OnInitialized()
    {
        if (!Operators.AreNone)
        {
            Navigation.NavigateTo(EntrancePaths.SignIn);
        }
    }

    private async Task MakeAsync()
    {
        try
        {
            if (Password != Again)
            {
                throw new ProblemException(OperatorProblems.PasswordsDiffer.With());
            }

            var made = await First.MakeAsync(Name ?? "", Password ?? "", Given, IsHere, Context.RequestAborted);
            await Context.SignInAsync(Caller.Session, Sessions.Open(made));
        }
        catch (ProblemException refused)
        {
            _problem = ProblemView.Of(refused.Problem);
            return;
        }

        Navigation.NavigateTo("/");
    }
}
