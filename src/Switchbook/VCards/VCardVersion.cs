namespace Switchbook.VCards;

/// <summary>The versions of vCard that are written.</summary>
internal enum VCardVersion
{
    /// <summary>RFC 2426: what most telephones read.</summary>
    Three,

    /// <summary>RFC 6350.</summary>
    Four,
}
