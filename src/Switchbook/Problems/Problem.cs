namespace Switchbook.Problems;

/// <summary>Something that went wrong, as it is told to people, stored with a run and printed as JSON.</summary>
/// <param name="Code">Stable, such as <c>SB-LINK-012</c>.</param>
/// <param name="Message">One sentence that says what is wrong.</param>
/// <param name="Action">One sentence that says what to do.</param>
internal sealed record Problem(string Code, string Message, string Action);
