namespace Switchbook.Storage;

/// <summary>
/// Keeps processes apart that share a data directory: a lock that the operating system holds on a file and releases when its
/// holder ends, however it ends and whatever the clock says.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <returns>Null when another holds it.</returns>
    public static FileLock? TryTake(DataDirectory data, string name)
    {
        try
        {
            var path = Path.Combine(data.Subdirectory("locks"), name);
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Waits until nobody else holds it.</summary>
    public static async Task<FileLock> TakeAsync(DataDirectory data, string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake(data, name) is { } taken)
            {
                return taken;
            }

            await Task.Delay(Look, cancellationToken);
        }
    }

    public void Dispose() => _file.Dispose();
}
