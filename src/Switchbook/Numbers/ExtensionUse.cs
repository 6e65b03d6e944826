namespace Switchbook.Numbers;

/// <summary>What becomes of an extension behind a number; one that stands alone is always kept.</summary>
internal enum ExtensionUse
{
    /// <summary>It is left out: most phones dial everything in one go.</summary>
    Drop,

    /// <summary>It stands behind the number, after a separator.</summary>
    Append,

    /// <summary>It stands instead of the number, for phones inside.</summary>
    Only,
}
