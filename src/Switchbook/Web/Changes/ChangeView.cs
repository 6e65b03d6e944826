using Switchbook.History;
using Switchbook.Synchronization;

namespace Switchbook.Web.Changes;

/// <summary>One entry that changes, as lists show it; public because component parameters must be.</summary>
/// <param name="Kind">The name of a <c>ChangeKind</c>.</param>
/// <param name="Before">What it was, when it changes.</param>
public sealed record ChangeView(string Kind, string Name, string Number, string? Before)
{
    internal static ChangeView Of(EntryChange change) => new(change.Kind.ToString(), change.Name, change.Number, Text(change.Before));

    internal static ChangeView Of(DirectoryChange change) => new(change.Kind.ToString(), change.Name, change.Number, Text(change.Before));

    private static string? Text(EntryText? before) => before is null ? null : $"{before.Name} {before.Number}";
}
