using System.Runtime.InteropServices;

namespace Switchbook.Synchronization;

/// <summary>How many entries a run adds, changes and removes.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EntryCounts(int Added, int Changed, int Removed)
{
    public static EntryCounts Of(IEnumerable<EntryChange> changes)
    {
        var (added, changed, removed) = (0, 0, 0);
        foreach (var change in changes)
        {
            added += change.Kind == ChangeKind.Added ? 1 : 0;
            changed += change.Kind == ChangeKind.Changed ? 1 : 0;
            removed += change.Kind == ChangeKind.Removed ? 1 : 0;
        }

        return new(added, changed, removed);
    }

    public static EntryCounts operator +(EntryCounts a, EntryCounts b) =>
        new(a.Added + b.Added, a.Changed + b.Changed, a.Removed + b.Removed);
}
