using Switchbook.Phonebooks;
using Switchbook.Phonebooks.Vendors;
using Switchbook.Problems;

namespace Switchbook.Exports;

/// <summary>All formats by name: files for people and programs, and the phonebook of each vendor.</summary>
internal sealed class ExportCatalogue(
    IEnumerable<DirectoryExport> files, IEnumerable<PhonebookDocument> phonebooks, NumberPolicies policies)
{
    private readonly Dictionary<string, DirectoryExport> _formats = files
        .Concat(phonebooks.Where(document => document.IsPhonebook).Select(document => new PhonebookExport(document, policies)))
        .ToDictionary(format => format.Name, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Names => _formats.Keys;

    /// <exception cref="ProblemException">There is no such format.</exception>
    public DirectoryExport Get(string name) =>
        _formats.GetValueOrDefault(name) ?? throw new ProblemException(ExportProblems.FormatUnknown.With(name, string.Join(", ", Names)));
}
