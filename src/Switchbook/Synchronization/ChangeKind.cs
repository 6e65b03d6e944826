namespace Switchbook.Synchronization;

/// <summary>What a run does to one entry.</summary>
internal enum ChangeKind
{
    Added,
    Changed,
    Removed,
}
