using Switchbook.Problems;

namespace Switchbook.EntryImports;

/// <summary>What can be wrong with an imported file.</summary>
internal static class ImportProblems
{
    public static readonly ProblemKind NotText = new(
        "SB-IMPORT-001",
        "The file is not text in UTF-8.",
        "Save it as CSV UTF-8; in Excel that is a format of its own in the Save As list.");

    public static readonly ProblemKind LineMalformed = new(
        "SB-IMPORT-002",
        "Line {0} has no name and number, or a quotation mark that does not end.",
        "Write the name, a comma and the number; put text with commas into quotation marks.");

    public static readonly ProblemKind LinesWrong = new(
        "SB-IMPORT-003",
        "{0} lines of the file are wrong, so nothing was imported.",
        "Mend them, or import the others with --skip-wrong.");
}
