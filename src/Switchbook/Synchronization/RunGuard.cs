using System.Globalization;
using Switchbook.Problems;

namespace Switchbook.Synchronization;

/// <summary>
/// Tells a run that would do more than a directory does in an hour: what a wrong group, a lost permission or a broken
/// service looks like from here. Such a run is held, and the last good directory stands.
/// </summary>
internal static class RunGuard
{
    /// <remarks>A group that is gone is never a reason to empty a link by itself, also where guards are switched off.</remarks>
    /// <returns>Why the run is held; null when it may be applied.</returns>
    public static Problem? Check(GuardOptions limits, GuardedRun run)
    {
        if (run is { GroupGone: true, Removed: > 0 })
        {
            return SyncProblems.HeldGroupGone.With(run.Link, run.Before);
        }

        if (!limits.Enabled || run.Before == 0)
        {
            return null;
        }

        if (run.After < run.Before * limits.LeftShare)
        {
            return SyncProblems.HeldNearlyEmpty.With(run.Link, run.After, run.Before);
        }

        if (run.Removed > limits.FewEntries && run.Removed > run.Before * limits.RemovedShare)
        {
            return SyncProblems.HeldRemoves.With(run.Link, run.Removed, run.Before, Percent(run.Removed, run.Before));
        }

        return run.Changed > limits.FewEntries && run.Changed > run.Before * limits.ChangedShare
            ? SyncProblems.HeldChanges.With(run.Link, run.Changed, run.Before, Percent(run.Changed, run.Before))
            : null;
    }

    private static string Percent(int part, int whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0} %");
}
