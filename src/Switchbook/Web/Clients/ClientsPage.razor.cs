using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Switchbook.Access;
using Switchbook.Access.Clients;
using Switchbook.Access.Views;
using Switchbook.Ldap;
using Switchbook.Problems;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Clients;

/// <summary>Phones and PBXs that may ask from other computers, and what each sees; credentials are shown once, in the window that made them.</summary>
public sealed partial class ClientsPage : ComponentBase
{
    private ImmutableArray<Client> _clients = [];
    private ImmutableArray<ClientView> _views = [];
    private (string Name, string? Password, string? Token)? _made;
    private string? _removing;
    private string _name = "";
    private string _networks = "";
    private bool _hasPassword = true;
    private bool _hasToken;
    private ProblemView? _problem;

    [Inject]
    private ClientStore Store { get; set; } = default!;

    [Inject]
    private ViewStore ViewStore { get; set; } = default!;

    [Inject]
    private AccessRefresh Refresh { get; set; } = default!;

    [Inject]
    private IOptions<LdapOptions> Ldap { get; set; } = default!;

    private string BaseDn => Ldap.Value.BaseDn;

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        _clients = await Store.ListAsync(CancellationToken.None);
        _views = await ViewStore.ListAsync(CancellationToken.None);
    }

    private string Proof(Client client)
    {
        string[] ways =
        [
            .. client.PasswordHash is null ? [] : (string[])[T["a password"]],
            .. client.TokenHash is null ? [] : (string[])[T["a token"]],
            .. client.CertificateHash is null ? [] : (string[])[T["a certificate"]],
        ];
        return ways.Length == 0 ? T["its address"] : string.Join(", ", ways);
    }

    private Task AddAsync() => ChangeAsync(async () =>
    {
        var draft = new ClientDraft
        {
            Name = _name,
            Networks = _networks.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries),
            Password = _hasPassword ? ClientSecrets.Make() : null,
            HasToken = _hasToken,
        };
        var token = await Store.AddAsync(draft, CancellationToken.None);
        _made = (_name.Trim(), draft.Password, token);
        (_name, _networks) = ("", "");
    });

    private Task ShowAsync(Client client, ChangeEventArgs chosen) => ChangeAsync(() =>
        Store.SetViewAsync(client.Name, chosen.Value is string { Length: > 0 } view ? view : null, CancellationToken.None));

    private Task RemoveAsync(Client client) => ChangeAsync(() => Store.RemoveAsync(client.Name, CancellationToken.None));

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
