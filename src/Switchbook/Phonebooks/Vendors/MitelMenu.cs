namespace Switchbook.Phonebooks.Vendors;

/// <summary>
/// A page of the directory on a Mitel 6800 (Aastra) phone: a text menu of at most 30 items, three of which lead to the search and to
/// the pages before and behind. Old Aastra firmware reads ISO-8859-1 alone.
/// </summary>
internal sealed class MitelMenu(string path = "/phonebook/mitel", bool isLatin = false) : PhonebookDocument(path)
{
    public override int PageSize => 27;

    public override string Vendor => "mitel";

    public override bool IsLatin => isLatin;

    public override void Begin(XmlOutput xml, PhonebookPage page)
    {
        xml.Declaration().Open("AastraIPPhoneTextMenu", ("style", "none"), ("destroyOnExit", "yes"))
            .Element("Title", "Switchbook");
        WriteItem(xml, "Search", page.Search);
        if (page.HasPrevious)
        {
            WriteItem(xml, "Previous page", page.Previous);
        }

        if (page.IsEmpty)
        {
            WriteItem(xml, "No entries", "");
        }
    }

    public override void Entry(XmlOutput xml, PhonebookEntry entry, int position) => WriteItem(xml, entry.Name, $"Dial:{entry.Number}");

    public override void End(XmlOutput xml, PhonebookPage page)
    {
        if (page.HasNext)
        {
            WriteItem(xml, "Next page", page.Next);
        }

        xml.Close("AastraIPPhoneTextMenu");
    }

    private static void WriteItem(XmlOutput xml, string prompt, string address) =>
        xml.Open("MenuItem").Element("Prompt", prompt).Element("URI", address).Close("MenuItem");
}
