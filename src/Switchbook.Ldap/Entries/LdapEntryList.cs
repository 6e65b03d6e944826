using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Entries;

/// <summary>A search's answer from a list of entries, each looked at as it is asked for.</summary>
/// <param name="version">The version of the data that the list belongs to.</param>
/// <param name="entries">The entries in scope; it must not change any more.</param>
/// <param name="request">The search.</param>
/// <param name="filter">Tells which entries match.</param>
public sealed class LdapEntryList(
    ulong version, IReadOnlyList<LdapEntry> entries, LdapSearchRequest request, EntryFilter filter) : LdapEntrySet
{
    private const int EntriesPerPause = 1000;

    private int _next;

    public override ulong Version => version;

    public override long Position => _next;

    public override LdapStep MoveNext()
    {
        for (var looked = 0; _next < entries.Count; looked++)
        {
            if (looked == EntriesPerPause)
            {
                return LdapStep.Pause;
            }

            if (filter.Matches(entries[_next++]))
            {
                return LdapStep.Entry;
            }
        }

        return LdapStep.End;
    }

    public override void WriteCurrent(LdapEntryWriter writer) => entries[_next - 1].Write(writer, request.Attributes);

    public override bool Seek(long position)
    {
        if (position < 0 || position > entries.Count)
        {
            return false;
        }

        _next = (int)position;
        return true;
    }
}
