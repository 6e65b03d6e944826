namespace Switchbook.PhoneDirectory.Searching;

/// <summary>Which numbers are looked at.</summary>
[Flags]
internal enum NumberKinds
{
    None = 0,

    /// <summary>All but mobile numbers.</summary>
    Telephone = 1,

    Mobile = 2,

    All = Telephone | Mobile,
}
