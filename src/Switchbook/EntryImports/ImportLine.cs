using Switchbook.Problems;

namespace Switchbook.EntryImports;

/// <summary>One line of an imported file.</summary>
/// <param name="Line">Its number in the file, from 1.</param>
/// <param name="IsThere">Whether a manual entry has this name and number already.</param>
/// <param name="Problem">Why it cannot be imported; null when it can.</param>
internal sealed record ImportLine(int Line, string Name, string Number, bool IsThere = false, Problem? Problem = null)
{
    public bool IsNew => !IsThere && Problem is null;
}
