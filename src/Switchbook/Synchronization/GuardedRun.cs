namespace Switchbook.Synchronization;

/// <summary>
/// What a run would do to a link, for <see cref="RunGuard"/>: counted in entries, or in people when the mapping or the choice
/// of people was changed since the last run, as that alone makes other entries of everyone. What was allowed beforehand is
/// not in it. Whoever loses the number counts as removed.
/// </summary>
/// <param name="GroupGone">The link's group no longer exists.</param>
internal sealed record GuardedRun(string Link, int Before, int After, int Removed, int Changed, bool GroupGone = false);
