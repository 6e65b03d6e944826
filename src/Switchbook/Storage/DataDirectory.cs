namespace Switchbook.Storage;

/// <summary>The one directory that holds everything an installation keeps: database, keys, certificates, locks.</summary>
internal sealed class DataDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <param name="path">Made when missing, readable by its owner alone.</param>
    public DataDirectory(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Make(Path);
    }

    public string Path { get; }

    public string Database => System.IO.Path.Combine(Path, "switchbook.db");

    public string Settings => System.IO.Path.Combine(Path, "appsettings.json");

    /// <summary>A subdirectory, made when missing, readable by its owner alone.</summary>
    public string Subdirectory(string name)
    {
        var path = System.IO.Path.Combine(Path, name);
        Make(path);
        return path;
    }

    private static void Make(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }
}
