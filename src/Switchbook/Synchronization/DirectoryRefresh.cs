using Switchbook.PhoneDirectory;

namespace Switchbook.Synchronization;

/// <summary>
/// Keeps the snapshot in memory abreast of the store: at once after a run of this process, within a moment after a write of
/// another one.
/// </summary>
internal sealed class DirectoryRefresh(DirectoryLoader loader, CurrentDirectory current) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Publishes what the store holds, when that is newer than what is published.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (await loader.VersionAsync(cancellationToken) != new ServedVersion(current.Snapshot.Version, current.Snapshot.IsPinned))
            {
                current.Publish(await loader.LoadAsync(current.Snapshot, cancellationToken));
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Publishes what the store holds, at start.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken) =>
        current.Publish(await loader.LoadAsync(cancellationToken));

    public void Dispose() => _one.Dispose();
}
