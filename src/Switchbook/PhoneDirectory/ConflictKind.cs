namespace Switchbook.PhoneDirectory;

/// <summary>What entries of different people share.</summary>
internal enum ConflictKind
{
    /// <summary>One number, however it is written: a caller's name can be only one of them.</summary>
    SameNumber,

    /// <summary>One name, but for accents and capitals: a phone shows them alike, and some PBXs drop the second.</summary>
    SameName,
}
