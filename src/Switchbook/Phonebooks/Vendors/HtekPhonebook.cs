namespace Switchbook.Phonebooks.Vendors;

/// <summary>Htek's remote phonebook, fetched whole or searched: the phone appends <c>&amp;term=</c> and what was typed.</summary>
internal sealed class HtekPhonebook() : PhonebookDocument("/phonebook/htek")
{
    public override void Begin(XmlOutput xml, PhonebookPage page) => xml.Declaration().Open("PhoneDirectory");

    public override void Entry(XmlOutput xml, PhonebookEntry entry, int position) =>
        xml.Open("DirectoryEntry").Element("Name", entry.Name).Element("Telephone", entry.Number).Close("DirectoryEntry");

    public override void End(XmlOutput xml, PhonebookPage page) => xml.Close("PhoneDirectory");
}
