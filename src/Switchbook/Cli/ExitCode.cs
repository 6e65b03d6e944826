using Switchbook.Problems;

namespace Switchbook.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;

    /// <summary>A guard stopped the run and the last good directory stands.</summary>
    public const int Held = 3;

    public const int NotFound = 4;
    public const int Interrupted = 130;

    private static readonly HashSet<string> NothingThere = new(StringComparer.Ordinal)
    {
        Access.Clients.ClientProblems.NotFound.Code,
        Access.Operators.OperatorProblems.NotFound.Code,
        Access.Tokens.ApiTokenProblems.NotFound.Code,
        Access.Views.ViewProblems.NotFound.Code,
        Links.LinkProblems.NotFound.Code,
        Synchronization.ManualEntryProblems.NotFound.Code,
        Synchronization.SyncProblems.NothingHeld.Code,
        History.HistoryProblems.NotFound.Code,
        History.HistoryProblems.TooLongAgo.Code,
    };

    private static readonly HashSet<string> Unfit = new(StringComparer.Ordinal)
    {
        Access.Operators.OperatorProblems.NameUnfit.Code,
        Access.Operators.OperatorProblems.PasswordUnfit.Code,
        Access.Tokens.ApiTokenProblems.NameUnfit.Code,
        Access.Clients.ClientProblems.RateUnfit.Code,
        Access.Views.ViewProblems.NameUnfit.Code,
        Access.Views.ViewProblems.SourceUnknown.Code,
        Access.Views.ViewProblems.FieldUnknown.Code,
        Access.Views.ViewProblems.BaseUnfit.Code,
        Access.Tokens.ApiTokenProblems.DaysUnfit.Code,
    };

    public static int For(Problem problem) =>
        NothingThere.Contains(problem.Code) ? NotFound : Unfit.Contains(problem.Code) ? WrongUsage : Failed;
}
