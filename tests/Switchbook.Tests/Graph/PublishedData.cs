using System.Reflection;

namespace Switchbook.Tests.Graph;

/// <summary>What Microsoft published, kept beside the repository and not in it.</summary>
internal static class PublishedData
{
    /// <summary>The file <c>shared/graph/{name}</c> beside the repository or above; skips the test without it.</summary>
    public static string Find(string name)
    {
        var root = typeof(PublishedData).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepositoryRoot").Value!;
        for (var folder = new DirectoryInfo(root); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "graph", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        Assert.Skip($"shared/graph/{name} is not here.");
        return "";
    }
}
