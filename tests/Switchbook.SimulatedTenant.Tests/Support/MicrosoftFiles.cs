using System.Reflection;

namespace Switchbook.SimulatedTenant.Tests.Support;

/// <summary>
/// What Microsoft and others published about Graph, kept beside the repository in <c>shared/graph</c>; tests that need it
/// skip where it is absent.
/// </summary>
internal static class MicrosoftFiles
{
    private static readonly string? Folder = Find();

    /// <summary>The path of a file; the test ends here, skipped, when there is none.</summary>
    public static string Require(string name)
    {
        var file = Folder is null ? null : Path.Combine(Folder, name);
        Assert.SkipUnless(file is not null && (File.Exists(file) || Directory.Exists(file)), $"shared/graph/{name} is not here.");
        return file;
    }

    private static string? Find()
    {
        var root = typeof(MicrosoftFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(attribute => attribute.Key == "RepositoryRoot").Value!;
        for (var folder = new DirectoryInfo(root); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared", "graph");
            if (Directory.Exists(shared))
            {
                return shared;
            }
        }

        return null;
    }
}
