namespace Switchbook.Synchronization;

/// <summary>How a run is to be made.</summary>
/// <param name="Full">Read everyone, even where a difference could be had.</param>
/// <param name="Interactive">Someone waits for it, so that the service should prefer it.</param>
/// <param name="Apply">Apply even what a guard would hold.</param>
/// <param name="Keep">Its result is to be stored, so that the next run can go on from it.</param>
internal sealed record RunRequest(bool Full = false, bool Interactive = false, bool Apply = false, bool Keep = true);
