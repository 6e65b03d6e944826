using System.Collections.Immutable;
using Switchbook.Links;
using Switchbook.Web.Shell;

namespace Switchbook.Web.Linking;

/// <summary>What is wrong with the form, field by field, and of which fields it is told already: those that somebody has left, or all.</summary>
internal sealed class LinkFaults
{
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private ImmutableArray<LinkFault> _faults = [];
    private bool _all;

    public bool None => _faults.IsEmpty;

    public void Touch(string field) => _touched.Add(field);

    public void TellAll() => _all = true;

    public void Set(ImmutableArray<LinkFault> faults) => _faults = faults;

    public void Add(LinkFault fault) => _faults = _faults.Add(fault);

    /// <summary>The first fault of a field, if it is told already.</summary>
    public ProblemView? Of(string field)
    {
        var fault = _faults.FirstOrDefault(fault => fault.Field.Split('/')[0] == field);
        return fault is not null && (_all || _touched.Contains(field)) ? ProblemView.Of(fault.Problem) : null;
    }
}
