namespace Switchbook.Phonebooks.Vendors;

/// <summary>Fanvil's remote phonebook, fetched whole or searched with <c>?q=</c>.</summary>
internal sealed class FanvilPhonebook() : PhonebookDocument("/phonebook/fanvil")
{
    public override void Begin(XmlOutput xml, PhonebookPage page) =>
        xml.Declaration().Open("FanvilIPPhoneDirectory").Element("Title", "Switchbook");

    public override void Entry(XmlOutput xml, PhonebookEntry entry, int position) =>
        xml.Open("DirectoryEntry").Element("Name", entry.Name).Element("Telephone", entry.Number).Close("DirectoryEntry");

    public override void End(XmlOutput xml, PhonebookPage page) => xml.Close("FanvilIPPhoneDirectory");
}
