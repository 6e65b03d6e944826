namespace Switchbook.Ldap.Schema;

/// <summary>How a matching rule makes values ready for comparison (RFC 4517, section 4.2 and RFC 4518).</summary>
public enum ValuePreparation
{
    /// <summary>Octets as they are.</summary>
    None,

    /// <summary>String preparation with case folding.</summary>
    CaseIgnore,

    /// <summary>String preparation without case folding.</summary>
    CaseExact,

    /// <summary>Without spaces.</summary>
    NumericString,

    /// <summary>Without spaces and hyphens, case folded.</summary>
    TelephoneNumber,

    /// <summary>TRUE or FALSE.</summary>
    Boolean,

    /// <summary>A decimal number of any length.</summary>
    WholeNumber,

    /// <summary>A point in time.</summary>
    GeneralizedTime,

    /// <summary>A DN, in its normalised form.</summary>
    DistinguishedName,

    /// <summary>An OID or a short name of the schema.</summary>
    ObjectIdentifier,

    /// <summary>A UUID in its text form.</summary>
    Uuid,

    /// <summary>Lines separated by dollar signs, case folded.</summary>
    CaseIgnoreList,
}
