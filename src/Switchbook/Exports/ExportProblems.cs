using Switchbook.Problems;

namespace Switchbook.Exports;

/// <summary>What can be wrong with asking for an export.</summary>
internal static class ExportProblems
{
    public static readonly ProblemKind FormatUnknown = new(
        "SB-EXPORT-001",
        "There is no export format '{0}'.",
        "Choose one of these: {1}.");
}
