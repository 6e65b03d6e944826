using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.Mapping;
using Switchbook.PhoneDirectory;
using Switchbook.Problems;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Linking;

/// <summary>Three people of the tenant as the mapping in the form would show them.</summary>
public sealed partial class MappingExample : ComponentBase, IDisposable
{
    private const int Shown = 3;

    /// <summary>Enough to find three who have numbers.</summary>
    private const int Read = 25;

    private CancellationTokenSource _look = new();
    private ImmutableArray<Example> _people = [];
    private ProblemView? _problem;
    private string _key = "";
    private bool _reading;

    /// <summary>Null while the form cannot be tried.</summary>
    [Parameter, EditorRequired]
    public required LinkTrial? Trial { get; set; }

    [Inject]
    private TenantLook Look { get; set; } = default!;

    [Inject]
    private LinkCredentials Credentials { get; set; } = default!;

    public void Dispose()
    {
        _look.Cancel();
        _look.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var key = Trial?.Link is { } link
            ? $"{link.TenantId} {link.ClientId} {link.Endpoints} {link.Scope} {link.Mapping} {link.Credential?.Protected}"
            : "";
        if (key == _key || !RendererInfo.IsInteractive)
        {
            return;
        }

        _key = key;
        await _look.CancelAsync();
        _look.Dispose();
        _look = new CancellationTokenSource();
        (_problem, _reading) = (null, Trial is not null);
        if (Trial is null)
        {
            _people = [];
            return;
        }

        StateHasChanged();
        await ReadAsync(Trial.Link, _look.Token);
    }

    private async Task ReadAsync(Link link, CancellationToken cancellationToken)
    {
        try
        {
            var people = await Look.PeopleAsync(Credentials.Open(link), link.Request(interactive: true), Read, cancellationToken);
            _people = [.. people.Select(person => Make(link, person)).OrderByDescending(person => person.Entries.Length).Take(Shown)];
            _reading = false;
        }
        catch (ProblemException refused)
        {
            (_problem, _people, _reading) = (ProblemView.Of(refused.Problem), [], false);
        }
        catch (OperationCanceledException)
        {
            // Another look has begun, or the window was closed.
        }
    }

    private static Example Make(Link link, Person person)
    {
        var entries = new PersonMapper(link.Rules, ImmutableHashSet<string>.Empty).Map(person).Person?.Numbers ?? [];
        var properties = link.Mapping.NumberFields.Select(field => field.Property).Prepend(link.Mapping.NameField).Distinct(StringComparer.Ordinal);
        var values = properties.Select(property => $"{property}: {string.Join(", ", person.Values[link.Rules.Properties.IndexOf(property)])}");
        return new(string.Join(" · ", values), entries);
    }

    private sealed record Example(string From, ImmutableArray<DirectoryNumber> Entries);
}
