namespace Switchbook.Phonebooks.Vendors;

/// <summary>The directory in a Poly phone's microbrowser: XHTML with <c>tel://</c> links, a few a page, and a search field.</summary>
internal sealed class PolyBrowser() : PhonebookDocument("/phonebook/poly/browser")
{
    public override int PageSize => 16;

    public override string ContentType => "text/html; charset=utf-8";

    public override void Begin(XmlOutput xml, PhonebookPage page)
    {
        xml.Open("html").Open("head").Element("title", "Switchbook").Close("head").Open("body")
            .Open("form", ("action", page.Address), ("method", "get"))
            .Open("p")
            .Empty("input", ("type", "text"), ("name", "q"), ("value", page.Text))
            .Empty("input", ("type", "submit"), ("value", "Search"))
            .Close("p").Close("form");
        if (page.IsEmpty)
        {
            xml.Element("p", "No entries");
        }
    }

    public override void Entry(XmlOutput xml, PhonebookEntry entry, int position) =>
        xml.Open("p").Element("a", entry.Name, ("href", $"tel://{entry.Number}")).Close("p");

    public override void End(XmlOutput xml, PhonebookPage page)
    {
        if (page.HasPrevious)
        {
            WriteLink(xml, page.Previous, "Previous");
        }

        if (page.HasNext)
        {
            WriteLink(xml, page.Next, "Next");
        }

        xml.Close("body").Close("html");
    }

    private static void WriteLink(XmlOutput xml, string address, string text) =>
        xml.Open("p").Element("a", text, ("href", address)).Close("p");
}
