using System.Globalization;

namespace Switchbook.Web.Shell;

/// <summary>Where the pages are.</summary>
internal static class Paths
{
    public const string Links = "/user-synchronization";
    public const string NewLink = $"{Links}/add";
    public const string Entries = "/directory";
    public const string Runs = "/runs";
    public const string Phones = "/phones";

    public static string Link(int id) => string.Create(CultureInfo.InvariantCulture, $"{Links}/{id}");

    public static string Run(long id) => string.Create(CultureInfo.InvariantCulture, $"{Runs}/{id}");
}
