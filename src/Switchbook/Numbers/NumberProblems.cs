using Switchbook.Problems;

namespace Switchbook.Numbers;

/// <summary>What can be wrong with a number policy.</summary>
internal static class NumberProblems
{
    public static readonly ProblemKind PolicyUnclear = new(
        "SB-NUMBER-001",
        "'{0}' is not understood in the number policy '{1}'.",
        "Write dial, stored, e164, digits, national or ipoffice, then if you like region=GB, prefix=9, extension=drop|append|only, separator=TEXT, grouped.");
}
