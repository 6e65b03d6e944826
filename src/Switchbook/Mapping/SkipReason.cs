namespace Switchbook.Mapping;

/// <summary>Why a person gives no entry.</summary>
internal enum SkipReason
{
    /// <summary>The name field is empty.</summary>
    NoName,

    /// <summary>None of the mapped number fields holds anything.</summary>
    NoNumber,

    /// <summary>The mapped number fields hold only texts without a digit, or too long to be a number.</summary>
    NoUsableNumber,
}
