using Switchbook.Problems;

namespace Switchbook.Web.Shell;

/// <summary>What is wrong, and what to do, as a page shows it; public because component parameters must be.</summary>
public sealed record ProblemView(string Code, string Message, string Action)
{
    internal static ProblemView Of(Problem problem) => new(problem.Code, problem.Message, problem.Action);
}
