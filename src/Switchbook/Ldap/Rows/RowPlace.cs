using System.Text;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Rows;

/// <summary>Where in the tree the rows of a search stand, and which they are.</summary>
/// <param name="name">Tells the place from others of its table.</param>
/// <param name="suffixes">For each source what follows the row's RDN: a comma and the name of the entry above.</param>
/// <param name="source">The only source whose rows stand there; -1 for all.</param>
/// <param name="linkedOnly">Whether manual entries do not stand there.</param>
/// <param name="repeats">Whether IDs stand here that stand elsewhere in the tree too.</param>
internal sealed class RowPlace(string name, byte[][] suffixes, int source = -1, bool linkedOnly = false, bool repeats = false)
{
    private static readonly System.Buffers.SearchValues<byte> Special = System.Buffers.SearchValues.Create("\"+,;<>\\# \0"u8);
    private static ReadOnlySpan<byte> Type => "uid="u8;

    public string Name { get; } = name;

    public bool Holds(RowTable table, int row)
    {
        var of = SourceIndex(table, row);
        return (source < 0 || of == source)
            && !(linkedOnly && table.Snapshot.Sources[of].Name == PhoneDirectory.DirectorySource.Manual);
    }

    /// <summary>Whether every row of a table stands here, so that none need be asked.</summary>
    public bool HoldsAll => source < 0 && !linkedOnly;

    /// <summary>Begins the entry with its name.</summary>
    public void Begin(RowTable table, int row, LdapEntryWriter writer)
    {
        var uid = table.Uid(row).Span;
        var suffix = suffixes[SourceIndex(table, row)];
        if (uid.Length > 200 || uid.ContainsAny(Special))
        {
            writer.Begin(Encoding.UTF8.GetBytes(Rdn(uid)), suffix);
            return;
        }

        Span<byte> rdn = stackalloc byte[256];
        Type.CopyTo(rdn);
        uid.CopyTo(rdn[Type.Length..]);
        writer.Begin(rdn[..(Type.Length + uid.Length)], suffix);
    }

    public string NameOf(RowTable table, int row) =>
        Rdn(table.Uid(row).Span) + Encoding.UTF8.GetString(suffixes[SourceIndex(table, row)]);

    /// <summary>A UUID that stays as long as the entry's name does; where entries repeat others, one of their own (RFC 4530).</summary>
    public Guid UuidOf(RowTable table, int row) => RowUuid.Of(repeats ? NameOf(table, row) : Encoding.UTF8.GetString(table.Uid(row).Span));

    public static string SourceOf(RowTable table, int row) => table.Snapshot.Sources[SourceIndex(table, row)].Name;

    private static string Rdn(ReadOnlySpan<byte> uid) => $"uid={DistinguishedName.Escape(Encoding.UTF8.GetString(uid))}";

    private static int SourceIndex(RowTable table, int row) =>
        table.Snapshot.People[table is EntryRows ? table.Snapshot.Entries[row].Person : row].Source;
}
