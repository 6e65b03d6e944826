namespace Switchbook.Phonebooks.Vendors;

/// <summary>The directory that Avaya J100 phones with open SIP firmware download (<c>SET DOWNLOADABLE_DIRECTORY</c>).</summary>
internal sealed class AvayaDirectory() : PhonebookDocument("/phonebook/avaya", "/phonebook/avaya/directory.xml")
{
    public override void Begin(XmlOutput xml, PhonebookPage page) => xml.Declaration().Open("IPPhoneDirectory");

    public override void Entry(XmlOutput xml, PhonebookEntry entry, int position) =>
        xml.Open("DirectoryEntry")
            .Element("LastName", entry.Name)
            .Element("FirstName", "")
            .Open("PhoneNumbers")
            .Open("Phone").Element("Number", entry.Number).Element("Type", entry.Line.ToString()).Close("Phone")
            .Close("PhoneNumbers")
            .Close("DirectoryEntry");

    public override void End(XmlOutput xml, PhonebookPage page) => xml.Close("IPPhoneDirectory");
}
