using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Switchbook.Links;
using Switchbook.Problems;
using Switchbook.Tracing;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Why;

/// <summary>Why somebody is in the directory, or is not: each step on the way with its verdict.</summary>
public sealed partial class WhyPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private ImmutableArray<Link> _links = [];
    private int _linkId;
    private string _person = "";
    private PersonTrace? _trace;
    private ProblemView? _problem;
    private bool _asking;

    /// <summary>Whom another page asks about.</summary>
    [SupplyParameterFromQuery]
    private string? Person { get; set; }

    [Inject]
    private LinkStore Links { get; set; } = default!;

    [Inject]
    private LinkTrace Trace { get; set; } = default!;

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _links = await Links.ListAsync(CancellationToken.None);
        _linkId = _links.IsEmpty ? 0 : _links[0].Id;
        _person = Person ?? "";
    }

    private async Task FollowAsync()
    {
        if (_asking || _links.FirstOrDefault(link => link.Id == _linkId) is not { } link)
        {
            return;
        }

        (_asking, _trace, _problem) = (true, null, null);
        try
        {
            _trace = await Trace.TraceAsync(link, _person.Trim(), _closed.Token);
        }
        catch (ProblemException refused)
        {
            _problem = ProblemView.Of(refused.Problem);
        }
        catch (OperationCanceledException)
        {
            // The window was closed.
        }

        _asking = false;
    }

    /// <summary>A step's name in words; what a filter or a field is called stays as it is configured.</summary>
    private string Name(string step)
    {
        var (kind, rest) = step.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? (step[..blank], step[blank..]) : (step, "");
        return kind switch
        {
            "found" => T["Found in Entra ID"],
            "group" => T["In the group"],
            "filter" => T["Filter"] + rest,
            "name" => T["Name"] + rest,
            "number" => T["Number"] + rest,
            "entries" => T["Entries"],
            "precedence" => T["Precedence"],
            "limit" => T["Limit"],
            "served" => T["Served to phones"],
            _ => step,
        };
    }

    private string Word(TraceVerdict verdict) => verdict switch
    {
        TraceVerdict.Passed => T["lets through"],
        TraceVerdict.Stopped => T["stops"],
        _ => T["nothing here"],
    };

    private static LinkTone Tone(TraceVerdict verdict) => verdict switch
    {
        TraceVerdict.Passed => LinkTone.Good,
        TraceVerdict.Stopped => LinkTone.Bad,
        _ => LinkTone.Waiting,
    };
}
