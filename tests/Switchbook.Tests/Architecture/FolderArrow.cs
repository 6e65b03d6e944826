using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Switchbook.Problems;

namespace Switchbook.Tests.Architecture;

/// <summary>One feature folder uses another, and the place that shows it.</summary>
internal sealed partial record FolderArrow(string From, string To, string Because)
{
    // The libraries whose namespace is also a feature's: a using of it says nothing, only the compiled reference does.
    private static readonly string[] LibraryNamespaces = ["Ldap", "SimulatedTenant"];

    /// <summary>All arrows between folders of the program itself.</summary>
    /// <remarks>
    /// Both the compiled references and the usings are read. The compiled ones tell the folder <c>Ldap</c> from the
    /// library of the same namespace, by assembly; the usings show what the compiler leaves no trace of, such as constants.
    /// </remarks>
    public static IReadOnlyList<FolderArrow> All { get; } =
    [
        .. Compiled().Concat(Written()).Where(arrow => arrow.From != arrow.To && arrow.To.Length > 0).Distinct(),
    ];

    private static IEnumerable<FolderArrow> Compiled()
    {
        var types = new ArchLoader().LoadAssemblies(typeof(Problem).Assembly).Build().Types.ToList();
        return
            from type in types
            from target in type.Dependencies.Select(dependency => dependency.Target)
            where IsOwn(type) && IsOwn(target)
            select new FolderArrow(Folder(type), Folder(target), $"{type.FullName} uses {target.FullName}");

        // Type parameters and what the compiler makes beside namespaces have no place of their own.
        static bool IsOwn(IType type) =>
            type.Assembly?.Name.Split(',')[0] == "switchbook"
            && type.Namespace?.FullName.StartsWith("Switchbook", StringComparison.Ordinal) == true;
    }

    private static IEnumerable<FolderArrow> Written() =>
        from file in Repository.Sources("src", "Switchbook")
        let parts = file.Split(Path.DirectorySeparatorChar)
        where parts.Length > 3
        from Match match in Using().Matches(Repository.Read(file))
        let target = match.Groups["folder"].Value
        where !LibraryNamespaces.Contains(target)
        select new FolderArrow(parts[2], target, $"{file} says {match.Value.Trim()}");

    // Empty for what stands beside Program.cs: the composition may know everyone.
    private static string Folder(IType type)
    {
        var parts = type.Namespace.FullName.Split('.');
        return parts.Length > 1 ? parts[1] : "";
    }

    [GeneratedRegex(@"^\s*@?using (static )?(\w+ = )?Switchbook\.(?<folder>\w+)[\w.<>]*", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Using();
}
