using System.Globalization;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>
/// Gigaset's online directory (N-series): the handset asks for names that begin with <c>set_first</c>, for <c>count</c> of them from
/// the <c>first</c> on, counted from 1.
/// </summary>
internal sealed class GigasetList() : PhonebookDocument("/phonebook/gigaset")
{
    public override bool ShowsTotal => true;

    public override void Begin(XmlOutput xml, PhonebookPage page)
    {
        var last = Math.Min(page.First + (long)page.Size, page.Total);
        xml.Declaration().Open(
            "list",
            ("response", "get_list"),
            ("type", "pr"),
            ("total", Text(page.Total)),
            ("first", Text(page.IsEmpty ? 0 : page.First + 1)),
            ("last", Text(page.IsEmpty ? 0 : last)));
    }

    public override void Entry(XmlOutput xml, PhonebookEntry entry, int position) =>
        xml.Open("entry", ("id", entry.Number))
            .Element("ln", entry.Name)
            .Element("fn", "")
            .Element("hm", entry.Number)
            .Close("entry");

    public override void End(XmlOutput xml, PhonebookPage page) => xml.Close("list");

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
