namespace Switchbook.Ldap.Matching;

/// <summary>Which part of a substrings assertion a text is: that decides which of its outer spaces count (RFC 4518, section 2.6.1).</summary>
public enum SubstringPart
{
    /// <summary>A whole value: no outer space counts.</summary>
    Whole,

    /// <summary>The beginning: a space at its end counts.</summary>
    Initial,

    /// <summary>Somewhere within: spaces at both ends count.</summary>
    Any,

    /// <summary>The end: a space at its beginning counts.</summary>
    Final,
}
