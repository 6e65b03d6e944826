using System.Globalization;

namespace Switchbook.Problems;

/// <summary>One thing that can go wrong: a stable code, one sentence, and what to do about it.</summary>
/// <remarks>
/// Each feature declares its kinds as static readonly fields of a class named <c>XProblems</c>; the reference of error
/// codes is made from them. Sentences may hold placeholders (<c>{0}</c>) and never hold a secret.
/// </remarks>
/// <param name="Code">Stable, such as <c>SB-LINK-012</c>.</param>
/// <param name="Message">One sentence that says what is wrong.</param>
/// <param name="Action">One sentence that says what to do.</param>
internal sealed record ProblemKind(string Code, string Message, string Action)
{
    /// <summary>The problem as it stands here and now; <paramref name="values"/> fill the placeholders of both sentences.</summary>
    public Problem With(params object[] values) => new(
        Code,
        string.Format(CultureInfo.InvariantCulture, Message, values),
        string.Format(CultureInfo.InvariantCulture, Action, values));
}
