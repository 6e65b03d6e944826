using Switchbook.Problems;

namespace Switchbook.Links;

/// <summary>What is wrong with one field of a draft.</summary>
/// <param name="Field">The field as the command line names it, such as <c>tenant-id</c>.</param>
internal sealed record LinkFault(string Field, Problem Problem);
