namespace Switchbook.Phonebooks.Vendors;

/// <summary>Asks on a Cisco phone what to search for (Application Development Notes, "CiscoIPPhoneInput").</summary>
internal sealed class CiscoSearch() : PhonebookForm("/phonebook/cisco", "search")
{
    protected override void Write(XmlOutput xml, PhonebookPage page) =>
        xml.Declaration().Open("CiscoIPPhoneInput")
            .Element("Title", "Switchbook")
            .Element("Prompt", "Name or number")
            .Element("URL", page.Address)
            .Open("InputItem")
            .Element("DisplayName", "Name or number")
            .Element("QueryStringParam", "q")
            .Element("DefaultValue", "")
            .Element("InputFlags", "A")
            .Close("InputItem")
            .Close("CiscoIPPhoneInput");
}
