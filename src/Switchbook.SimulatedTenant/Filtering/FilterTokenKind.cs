namespace Switchbook.SimulatedTenant.Filtering;

/// <summary>What a token of a filter is.</summary>
internal enum FilterTokenKind
{
    Word,
    Quoted,
    Mark,
    End,
}
