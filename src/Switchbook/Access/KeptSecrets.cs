using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.Access;

/// <summary>
/// The files that make everything else readable: the keys that encrypt secrets, and the server's certificate with its key. They are
/// made for their owner alone; where somebody gave others a right to them, nothing starts.
/// </summary>
internal static class KeptSecrets
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private static readonly string[] Directories = ["keys", "certificates"];

    /// <exception cref="ProblemException">Others can read one of them.</exception>
    public static void Check(DataDirectory data)
    {
        if (OperatingSystem.IsWindows() || IsShut(data.Path))
        {
            return;
        }

        var open = Directories.Select(data.Subdirectory)
            .Where(directory => !IsShut(directory))
            .SelectMany(Directory.EnumerateFiles)
            .FirstOrDefault(file => !IsShut(file));
        if (open is not null)
        {
            throw new ProblemException(AccessProblems.ReadableByOthers.With(open));
        }
    }

    private static bool IsShut(string path) => OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Others) == UnixFileMode.None;
}
