using System.Collections.Immutable;

namespace Switchbook.Ldap.Filters;

/// <summary>Collects the parts of a conjunction or disjunction and keeps it flat and free of constants.</summary>
internal sealed class FilterCombination(bool isConjunction)
{
    private readonly ImmutableArray<LdapFilter>.Builder _parts = ImmutableArray.CreateBuilder<LdapFilter>(4);
    private bool _isDecided;

    public void Add(LdapFilter part)
    {
        switch (part)
        {
            case LdapFilter.Always:
                _isDecided |= !isConjunction;
                break;
            case LdapFilter.Never:
                _isDecided |= isConjunction;
                break;
            case LdapFilter.AllOf all when isConjunction:
                _parts.AddRange(all.Parts);
                break;
            case LdapFilter.AnyOf any when !isConjunction:
                _parts.AddRange(any.Parts);
                break;
            default:
                _parts.Add(part);
                break;
        }
    }

    public LdapFilter ToFilter() => (_isDecided, _parts.Count) switch
    {
        (true, _) => isConjunction ? LdapFilter.Never.Instance : LdapFilter.Always.Instance,
        (_, 0) => isConjunction ? LdapFilter.Always.Instance : LdapFilter.Never.Instance,
        (_, 1) => _parts[0],
        _ => isConjunction
            ? new LdapFilter.AllOf(_parts.DrainToImmutable())
            : new LdapFilter.AnyOf(_parts.DrainToImmutable()),
    };
}
