namespace Switchbook.PhoneDirectory;

/// <summary>Holds the snapshot that is served now. A reader takes it once per request and keeps it to the end.</summary>
internal sealed class CurrentDirectory
{
    /// <summary>From so many entries on it pays to give memory back at once.</summary>
    private const int LargeDirectory = 20_000;

    private volatile DirectorySnapshot _snapshot = DirectorySnapshot.Empty;

    /// <summary>Raised after a snapshot took the place of another, on the thread that published it.</summary>
    public event EventHandler? Published;

    public DirectorySnapshot Snapshot => _snapshot;

    /// <summary>Serves a snapshot from now on.</summary>
    public void Publish(DirectorySnapshot next)
    {
        _snapshot = next;
        Published?.Invoke(this, EventArgs.Empty);
        if (next.EntryCount >= LargeDirectory)
        {
            // Reading people and building leave several times the snapshot behind, all at once and then nothing for an hour:
            // the collector would keep it. Columns hold no references, so a full collection takes milliseconds.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
