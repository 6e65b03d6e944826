using System.Globalization;

namespace Switchbook.Web.Shell;

/// <summary>Where the pages are.</summary>
internal static class Paths
{
    public const string Links = "/user-synchronization";
    public const string NewLink = $"{Links}/add";
    public const string Entries = "/directory";
    public const string Runs = "/runs";
    public const string History = "/history";
    public const string Compare = $"{History}/compare";
    public const string Phones = "/phones";
    public const string Operators = "/operators";
    public const string Audit = "/audit";
    public const string Clients = "/clients";
    public const string Why = "/why";

    public static string Held(int linkId) => string.Create(CultureInfo.InvariantCulture, $"{Links}/{linkId}/held");

    public static string Link(int id) => string.Create(CultureInfo.InvariantCulture, $"{Links}/{id}");

    public static string Comparison(long from, long to) => string.Create(CultureInfo.InvariantCulture, $"{Compare}?from={from}&to={to}");

    public static string ChangesCsv(long from, long to) => string.Create(CultureInfo.InvariantCulture, $"/api/v1/history/diff?from={from}&to={to}&format=csv");

    public static string Run(long id) => string.Create(CultureInfo.InvariantCulture, $"{Runs}/{id}");
}
