namespace Switchbook.EntryImports;

/// <summary>What an import did, or would do.</summary>
/// <param name="IsApplied">Whether anything was written.</param>
/// <param name="Lines">All lines with an entry, in the order of the file.</param>
internal sealed record ImportReport(bool IsApplied, IReadOnlyList<ImportLine> Lines)
{
    public int New => Lines.Count(line => line.IsNew);

    public int Unchanged => Lines.Count(line => line.IsThere);

    public int Wrong => Lines.Count(line => line.Problem is not null);
}
