using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Switchbook.Links;
using Switchbook.Problems;
using Switchbook.Synchronization;

namespace Switchbook.Web.Linking;

/// <summary>All links, to add, change or remove one.</summary>
public sealed partial class LinksPage : ComponentBase
{
    private ImmutableArray<Link> _links = [];
    private int? _removing;

    [Inject]
    private LinkStore Links { get; set; } = default!;

    [Inject]
    private DirectoryRefresh Refresh { get; set; } = default!;

    protected override async Task OnInitializedAsync() => _links = await Links.ListAsync(CancellationToken.None);

    private string Credential(Link link)
    {
        var kind = link.CredentialInUse?.Kind switch
        {
            CredentialKinds.Secret => "Client Secret",
            CredentialKinds.Certificate => T["Certificate"],
            _ => T["Identity"],
        };
        return link.CredentialInUse?.Ends is { } ends ? $"{kind}, {T["until {0}", T.Day(ends)]}" : kind;
    }

    private async Task RemoveAsync(Link link)
    {
        try
        {
            await Links.RemoveAsync(link.Name, CancellationToken.None);
            await Refresh.RefreshAsync(CancellationToken.None);
        }
        catch (ProblemException gone) when (gone.Problem.Code == LinkProblems.NotFound.Code)
        {
            // Somebody else removed it first, which is what was wanted.
        }

        _removing = null;
        _links = await Links.ListAsync(CancellationToken.None);
    }
}
