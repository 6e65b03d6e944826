namespace Switchbook.PhoneDirectory.Searching;

/// <summary>How well a number matches, best first.</summary>
internal enum MatchRank
{
    /// <summary>The number and the extension are the same.</summary>
    Exact,

    /// <summary>The number is the same, the extension is not.</summary>
    Number,

    /// <summary>It is the extension of the number.</summary>
    Extension,

    /// <summary>The last digits are the same.</summary>
    Ending,
}
