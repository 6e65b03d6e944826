namespace Switchbook.SimulatedTenant.Filtering;

/// <summary>One word, quoted text or mark of a filter.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Text">The word, the mark, or the text without its quotes.</param>
/// <param name="Position">Where it begins, from 0.</param>
internal readonly record struct FilterToken(FilterTokenKind Kind, string Text, int Position);
