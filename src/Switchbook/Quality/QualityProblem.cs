namespace Switchbook.Quality;

/// <summary>What is doubtful in the data of a directory service.</summary>
internal enum QualityProblem
{
    /// <summary>A number that nobody can dial: letters, or a length that its country does not know.</summary>
    UndialableNumber,

    /// <summary>A short number, and nothing tells which number it is an extension of.</summary>
    ExtensionWithoutStem,

    /// <summary>One number of different people, however it is written.</summary>
    SharedNumber,

    /// <summary>One name of different people, letter for letter.</summary>
    SameName,

    /// <summary>Names of different people that differ in accents and capitals only.</summary>
    AlikeName,

    /// <summary>A person without a name.</summary>
    MissingName,

    /// <summary>A person without a number, or with nothing that is one.</summary>
    MissingNumber,
}
