using Switchbook.Problems;

namespace Switchbook.Cli;

/// <summary>Files that are named on the command line.</summary>
internal static class InputFile
{
    /// <exception cref="ProblemException">It cannot be read.</exception>
    public static Task<string> TextAsync(string path, CancellationToken cancellationToken) =>
        ReadAsync(path, File.ReadAllTextAsync, cancellationToken);

    /// <exception cref="ProblemException">It cannot be read.</exception>
    public static Task<byte[]> BytesAsync(string path, CancellationToken cancellationToken) =>
        ReadAsync(path, File.ReadAllBytesAsync, cancellationToken);

    private static async Task<T> ReadAsync<T>(string path, Func<string, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read(path, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(CliProblems.FileUnreadable.With(path, unreadable.Message.TrimEnd('.')), unreadable);
        }
    }
}
