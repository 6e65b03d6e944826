namespace Switchbook.Numbers;

/// <summary>Whether a written number can be dialled from anywhere.</summary>
internal enum DialVerdict
{
    /// <summary>It has a country code, its own or its region's, and a length that this country knows.</summary>
    Dialable,

    /// <summary>It is so short that it must be an extension, and nothing tells which number it belongs to.</summary>
    ExtensionAlone,

    /// <summary>It has letters, no digits, or a length that no number of its country has.</summary>
    Undialable,
}
