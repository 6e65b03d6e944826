using Switchbook.Problems;

namespace Switchbook.Notices;

/// <summary>The credential that a link signs in with, near its end.</summary>
/// <param name="Level">The number of days that is passed: 30, 14, 7, 3, 1, and 0 after the end.</param>
internal sealed record EndingCredential(DateTimeOffset Ends, int Level, Problem Problem);
