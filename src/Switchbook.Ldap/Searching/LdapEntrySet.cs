namespace Switchbook.Ldap.Searching;

/// <summary>
/// The entries that answer a search, found as they are asked for, all from one immutable version of the data. Used by one thread
/// at a time; disposed once, when the answer is sent or given up.
/// </summary>
public abstract class LdapEntrySet : IDisposable
{
    /// <summary>Names the version of the data; it goes into paging cookies, so make it hard to repeat after a restart.</summary>
    public abstract ulong Version { get; }

    /// <summary>Goes to the next entry. Not called again after <see cref="LdapStep.End"/> but for a <see cref="Seek"/> in between.</summary>
    public abstract LdapStep MoveNext();

    /// <summary>Writes the entry that <see cref="MoveNext"/> reached, once: its name, then its attributes.</summary>
    public abstract void WriteCurrent(LdapEntryWriter writer);

    /// <summary>
    /// The place right after the current entry, or before the first one at the beginning. In a sorted set the number of rows
    /// before that place; otherwise any number that <see cref="Seek"/> understands.
    /// </summary>
    public abstract long Position { get; }

    /// <summary>Goes to a place, so that the next <see cref="MoveNext"/> gives the entry after it.</summary>
    /// <returns>False when there is no such place; the paging cookie is then refused.</returns>
    public abstract bool Seek(long position);

    /// <summary>Whether the entries come in the order of <see cref="LdapSearchRequest.Sort"/>.</summary>
    public virtual bool IsSorted => false;

    /// <summary>How many entries there are in all; asked only after <see cref="LdapSearchRequest.RandomAccess"/>.</summary>
    public virtual int Count => throw new NotSupportedException("This set was not opened for random access.");

    /// <summary>
    /// The row of the first entry whose first sort key is equal to or comes after an assertion value, in the set's order (so for
    /// a reversed key the first one that is less or equal); <see cref="Count"/> when there is none.
    /// Asked only after <see cref="LdapSearchRequest.RandomAccess"/>.
    /// </summary>
    public virtual int LowerBound(ReadOnlySpan<byte> value) =>
        throw new NotSupportedException("This set was not opened for random access.");

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what was borrowed, such as pooled buffers.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
