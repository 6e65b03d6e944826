using System.Globalization;

namespace Switchbook.Web.Shell;

/// <summary>
/// The cultures in which pages are shown. The program runs without the culture data of the system, so the few formats that pages use
/// stand here.
/// </summary>
internal static class Cultures
{
    public const string English = "en";
    public const string German = "de";

    private static readonly CultureInfo[] Known =
    [
        Make("en", ",", ".", "d MMM yyyy", "HH:mm:ss"),
        Make("en-US", ",", ".", "MMM d, yyyy", "h:mm:ss tt"),
        Make("de", ".", ",", "dd.MM.yyyy", "HH:mm:ss"),
        Make("de-CH", "’", ".", "dd.MM.yyyy", "HH:mm:ss"),
    ];

    /// <summary>The language of the page that is being made: <c>en</c> or <c>de</c>.</summary>
    public static string Language => CultureInfo.CurrentUICulture.Name is German ? German : English;

    /// <summary>The first known culture of a browser's wishes, best first; a language without a region will do.</summary>
    public static CultureInfo Best(IEnumerable<string> wishes) =>
        wishes.Select(Find).FirstOrDefault(found => found is not null) ?? Known[0];

    /// <summary>What texts are looked up by: the language alone.</summary>
    public static CultureInfo TextsOf(CultureInfo culture) => Known.First(known => known.Name == culture.Name[..2]);

    private static CultureInfo? Find(string name) =>
        Array.Find(Known, known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? Array.Find(Known, known => known.Name.Equals(name.Split('-')[0], StringComparison.OrdinalIgnoreCase));

    private static CultureInfo Make(string name, string group, string point, string date, string time)
    {
        var culture = new CultureInfo(name);
        (culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NumberDecimalSeparator) = (group, point);
        (culture.DateTimeFormat.ShortDatePattern, culture.DateTimeFormat.LongTimePattern) = (date, time);
        culture.DateTimeFormat.ShortTimePattern = time.Replace(":ss", "", StringComparison.Ordinal);
        return CultureInfo.ReadOnly(culture);
    }
}
