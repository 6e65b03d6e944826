namespace Switchbook.Quality;

/// <summary>One line of the report on a directory service's data.</summary>
/// <param name="Problem">What is doubtful.</param>
/// <param name="Name">The entry's name, or that of a person without entries; empty when it is not known.</param>
/// <param name="Number">As its source writes it; empty when there is none.</param>
/// <param name="Person">The person's object ID; of an entry made by hand its ID.</param>
/// <param name="Source">The link's name, or <c>manual</c>.</param>
/// <param name="Detail">One sentence that says what to look at.</param>
internal sealed record QualityFinding(QualityProblem Problem, string Name, string Number, string Person, string Source, string Detail);
