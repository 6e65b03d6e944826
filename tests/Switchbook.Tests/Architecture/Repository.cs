using System.Reflection;

namespace Switchbook.Tests.Architecture;

/// <summary>The sources and pages that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The program's own folder; each folder in it is a feature.</summary>
    public static string Product { get; } = Path.Combine(Root, "src", "Switchbook");

    public static IReadOnlyList<string> Features { get; } =
    [
        .. Directory.EnumerateDirectories(Product).Select(Path.GetFileName).OfType<string>()
            .Where(name => name is not ("bin" or "obj" or "Properties" or "wwwroot")).Order(StringComparer.Ordinal),
    ];

    public static string Page(string name) => Read(Path.Combine("docs", name));

    /// <summary>Source files below a folder of the repository, as relative paths; what tools write is left out.</summary>
    public static IEnumerable<string> Sources(params ReadOnlySpan<string> folder)
    {
        var start = Path.Combine([Root, .. folder]);
        return Directory.EnumerateFiles(start, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Migrations"))
            .Order(StringComparer.Ordinal);
    }

    public static string Read(string relativePath) => string.Join('\n', File.ReadLines(Path.Combine(Root, relativePath))) + "\n";
}
