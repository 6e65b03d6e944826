namespace Switchbook.Phonebooks.Vendors;

/// <summary>A page of the directory in a Snom phone's minibrowser (Snom wiki, "XML objects", SnomIPPhoneDirectory).</summary>
internal sealed class SnomDirectory() : PhonebookDocument("/phonebook/snom")
{
    public override int PageSize => 50;

    public override void Begin(XmlOutput xml, PhonebookPage page) =>
        xml.Declaration().Open("SnomIPPhoneDirectory")
            .Element("Title", "Switchbook")
            .Element("Prompt", page.IsEmpty ? "No entries" : "Select an entry");

    public override void Entry(XmlOutput xml, PhonebookEntry entry, int position) =>
        xml.Open("DirectoryEntry").Element("Name", entry.Name).Element("Telephone", entry.Number).Close("DirectoryEntry");

    public override void End(XmlOutput xml, PhonebookPage page)
    {
        if (page.HasPrevious)
        {
            WriteKey(xml, "F2", "Previous", page.Previous);
        }

        WriteKey(xml, "F3", "Search", page.Search);
        if (page.HasNext)
        {
            WriteKey(xml, "F4", "Next", page.Next);
        }

        xml.Close("SnomIPPhoneDirectory");
    }

    private static void WriteKey(XmlOutput xml, string key, string label, string address) =>
        xml.Open("SoftKeyItem").Element("Name", key).Element("Label", label).Element("URL", address).Close("SoftKeyItem");
}
