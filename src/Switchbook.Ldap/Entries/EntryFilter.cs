using Switchbook.Ldap.Filters;
using Switchbook.Ldap.Schema;

namespace Switchbook.Ldap.Entries;

/// <summary>
/// A filter made ready to be held against entries one by one (RFC 4511, section 4.5.1.7): its values are prepared once.
/// </summary>
public abstract class EntryFilter
{
    private protected EntryFilter()
    {
    }

    /// <summary>Makes a filter ready.</summary>
    public static EntryFilter Compile(LdapFilter filter, LdapSchema schema) => filter switch
    {
        LdapFilter.Always => new Constant(true),
        LdapFilter.AllOf all => new All([.. all.Parts.Select(part => Compile(part, schema))]),
        LdapFilter.AnyOf any => new Any([.. any.Parts.Select(part => Compile(part, schema))]),
        LdapFilter.Negated negated => new Not(LeafTest.Compile(negated.Inner, schema)),
        LdapFilter.Leaf leaf => new Is(LeafTest.Compile(leaf, schema)),
        _ => new Constant(false),
    };

    /// <summary>Whether an entry matches.</summary>
    public abstract bool Matches(IAttributeSource entry);

    private sealed class Constant(bool value) : EntryFilter
    {
        public override bool Matches(IAttributeSource entry) => value;
    }

    private sealed class All(EntryFilter[] parts) : EntryFilter
    {
        public override bool Matches(IAttributeSource entry) => Array.TrueForAll(parts, part => part.Matches(entry));
    }

    private sealed class Any(EntryFilter[] parts) : EntryFilter
    {
        public override bool Matches(IAttributeSource entry) => Array.Exists(parts, part => part.Matches(entry));
    }

    private sealed class Not(LeafTest leaf) : EntryFilter
    {
        public override bool Matches(IAttributeSource entry) => leaf.Matches(entry) == false;
    }

    private sealed class Is(LeafTest leaf) : EntryFilter
    {
        public override bool Matches(IAttributeSource entry) => leaf.Matches(entry) == true;
    }
}
