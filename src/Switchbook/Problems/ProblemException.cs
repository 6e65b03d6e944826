namespace Switchbook.Problems;

/// <summary>Carries a <see cref="Problem"/> to the place that reports it: a run, a request, the command line's main.</summary>
internal sealed class ProblemException(Problem problem, Exception? cause = null)
    : Exception($"{problem.Code}: {problem.Message}", cause)
{
    public Problem Problem { get; } = problem;
}
