using System.Text;

using Switchbook.Ldap.Entries;
using Switchbook.Ldap.Matching;
using Switchbook.Ldap.Names;
using Switchbook.Ldap.Schema;
using Switchbook.Ldap.Searching;

namespace Switchbook.Ldap.Tests.Support;

/// <summary>A directory that lies in memory as objects: slow and plainly right.</summary>
internal sealed class MemoryDirectory : ILdapDirectory
{
    private readonly Dictionary<DistinguishedName, LdapEntry> _byName;

    public MemoryDirectory(IEnumerable<LdapEntry> entries, LdapSchema schema)
    {
        Schema = schema;
        Entries = [.. entries];
        _byName = Entries.ToDictionary(entry => entry.Name);
        NamingContexts = [Entries[0].Name];
    }

    public LdapSchema Schema { get; }

    public IReadOnlyList<DistinguishedName> NamingContexts { get; }

    /// <summary>The naming context first.</summary>
    public IReadOnlyList<LdapEntry> Entries { get; }

    public ulong Version { get; set; } = 7;

    public LdapSearchAnswer Search(LdapSearchRequest request, LdapPeer peer)
    {
        if (!_byName.ContainsKey(request.Base))
        {
            return LdapSearchAnswer.Refuse(LdapResult.NoSuchObject(Nearest(request.Base)));
        }

        if (request.Resume is { } resume && resume.Version != Version)
        {
            return LdapSearchAnswer.Refuse(new LdapResult(LdapResultCode.UnwillingToPerform, "The data changed."));
        }

        var filter = EntryFilter.Compile(request.Filter, Schema);
        var scoped = Entries.Where(entry => IsInScope(entry.Name, request)).ToList();
        return LdapSearchAnswer.Of(request.Sort.IsEmpty
            ? new LdapEntryList(Version, scoped, request, filter)
            : new SortedEntries(Version, scoped.Where(filter.Matches), request));
    }

    private static bool IsInScope(DistinguishedName name, LdapSearchRequest request) => request.Scope switch
    {
        LdapScope.BaseObject => name.Equals(request.Base),
        LdapScope.SingleLevel => name.IsBelow(request.Base) && name.Rdns.Length == request.Base.Rdns.Length + 1,
        LdapScope.Subordinates => name.IsBelow(request.Base),
        _ => name.IsWithin(request.Base),
    };

    private DistinguishedName? Nearest(DistinguishedName name) => Entries
        .Select(entry => entry.Name)
        .Where(name.IsBelow)
        .MaxBy(above => above.Rdns.Length);

    /// <summary>Sorts in full, at once.</summary>
    private sealed class SortedEntries : LdapEntrySet
    {
        private readonly LdapSearchRequest _request;
        private readonly (LdapEntry Entry, byte[]?[] Keys)[] _rows;
        private int _next;

        public SortedEntries(ulong version, IEnumerable<LdapEntry> entries, LdapSearchRequest request)
        {
            Version = version;
            _request = request;
            _rows = [.. entries.Select(entry => (entry, KeysOf(entry)))];
            Array.Sort(_rows, (left, right) => CompareKeys(left.Keys, right.Keys));
        }

        public override ulong Version { get; }

        public override long Position => _next;

        public override bool IsSorted => true;

        public override int Count => _rows.Length;

        public override LdapStep MoveNext()
        {
            if (_next == _rows.Length)
            {
                return LdapStep.End;
            }

            _next++;
            return LdapStep.Entry;
        }

        public override bool Seek(long position)
        {
            _next = (int)position;
            return true;
        }

        public override void WriteCurrent(LdapEntryWriter writer) => _rows[_next - 1].Entry.Write(writer, _request.Attributes);

        public override int LowerBound(ReadOnlySpan<byte> value)
        {
            var wanted = StringPreparation.Prepare(value, _request.Sort[0].Rule!.Preparation);
            var row = Array.FindIndex(_rows, candidate => CompareOne(candidate.Keys[0], wanted, _request.Sort[0].Reverse) >= 0);
            return row < 0 ? _rows.Length : row;
        }

        private byte[]?[] KeysOf(LdapEntry entry) =>
        [
            .. _request.Sort.Select(key => entry.Values(key.Type)
                .Select(value => StringPreparation.Prepare(value.Span, key.Rule!.Preparation)!)
                .MinBy(Encoding.Latin1.GetString, StringComparer.Ordinal)),
        ];

        private int CompareKeys(byte[]?[] left, byte[]?[] right) => left
            .Zip(right, _request.Sort)
            .Select(pair => CompareOne(pair.First, pair.Second, pair.Third.Reverse))
            .FirstOrDefault(sign => sign != 0);

        /// <summary>An entry without the attribute is larger than any other (RFC 2891, section 2.2).</summary>
        private static int CompareOne(byte[]? left, byte[]? right, bool reverse)
        {
            var sign = (left, right) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                _ => left.AsSpan().SequenceCompareTo(right),
            };
            return reverse ? -sign : sign;
        }
    }
}
