using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Rows;

namespace Switchbook.Ldap.Tree;

/// <summary>What a search looks at: some of the units, then rows of one table.</summary>
/// <param name="Units">The units, from the base down.</param>
/// <param name="Rows">The table; null when there are no rows in scope.</param>
/// <param name="Place">Where the rows stand.</param>
/// <param name="From">The first row.</param>
/// <param name="To">The row after the last.</param>
internal sealed record TreeScope(IReadOnlyList<LdapEntry> Units, RowTable? Rows = null, RowPlace? Place = null, int From = 0, int To = 0)
{
    public static TreeScope Of(IReadOnlyList<LdapEntry> units, RowTable rows, RowPlace place) => new(units, rows, place, 0, rows.Count);
}
