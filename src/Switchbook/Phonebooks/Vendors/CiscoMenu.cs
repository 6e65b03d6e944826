namespace Switchbook.Phonebooks.Vendors;

/// <summary>What a Cisco phone's directory key can open first: everybody, or a search ("CiscoIPPhoneMenu").</summary>
internal sealed class CiscoMenu() : PhonebookForm("/phonebook/cisco", "menu")
{
    protected override void Write(XmlOutput xml, PhonebookPage page)
    {
        xml.Declaration().Open("CiscoIPPhoneMenu").Element("Title", "Switchbook").Element("Prompt", "Select");
        WriteItem(xml, "Search", page.Search);
        WriteItem(xml, "All entries", page.Address);
        xml.Close("CiscoIPPhoneMenu");
    }

    private static void WriteItem(XmlOutput xml, string name, string address) =>
        xml.Open("MenuItem").Element("Name", name).Element("URL", address).Close("MenuItem");
}
