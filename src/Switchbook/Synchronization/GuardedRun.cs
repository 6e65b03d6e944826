namespace Switchbook.Synchronization;

/// <summary>
/// What a run would do to a link, for <see cref="RunGuard"/>: counted in entries, or in people when the mapping was changed
/// since the last run, as that alone makes other entries of everyone.
/// </summary>
internal sealed record GuardedRun(string Link, int Before, int After, int Removed, int Changed);
