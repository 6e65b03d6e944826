namespace Switchbook.Phonebooks.Vendors;

/// <summary>
/// A page of a Cisco phone's directory (Cisco Unified IP Phone Services Application Development Notes, "CiscoIPPhoneDirectory"):
/// at most 32 entries, with soft keys that lead to the other pages and to the search.
/// </summary>
internal sealed class CiscoDirectory() : PhonebookDocument("/phonebook/cisco")
{
    private const int LongestName = 64;
    private const int LongestTitle = 32;

    public override int PageSize => 32;

    public override void Begin(XmlOutput xml, PhonebookPage page)
    {
        var title = page.Text.Length == 0 ? "Switchbook" : EntryForm.Shorten($"Switchbook: {page.Text}", LongestTitle);
        xml.Declaration().Open("CiscoIPPhoneDirectory")
            .Element("Title", title)
            .Element("Prompt", page.IsEmpty ? "No entries" : "Select an entry");
    }

    public override void Entry(XmlOutput xml, PhonebookEntry entry, int position) =>
        xml.Open("DirectoryEntry")
            .Element("Name", EntryForm.Shorten(entry.Name, LongestName))
            .Element("Telephone", entry.Number)
            .Close("DirectoryEntry");

    public override void End(XmlOutput xml, PhonebookPage page)
    {
        WriteKey(xml, "Dial", "SoftKey:Dial", "1");
        if (page.HasNext)
        {
            WriteKey(xml, "Next", page.Next, "2");
        }

        WriteKey(xml, "Search", page.Search, "3");
        WriteKey(xml, page.HasPrevious ? "Previous" : "Exit", page.HasPrevious ? page.Previous : "SoftKey:Exit", "4");
        xml.Close("CiscoIPPhoneDirectory");
    }

    private static void WriteKey(XmlOutput xml, string name, string address, string position) =>
        xml.Open("SoftKeyItem")
            .Element("Name", name).Element("URL", address).Element("Position", position)
            .Close("SoftKeyItem");
}
