namespace Switchbook.Phonebooks.Vendors;

/// <summary>Asks on a Snom phone what to search for (Snom wiki, "XML objects", SnomIPPhoneInput).</summary>
internal sealed class SnomSearch() : PhonebookForm("/phonebook/snom", "search")
{
    protected override void Write(XmlOutput xml, PhonebookPage page) =>
        xml.Declaration().Open("SnomIPPhoneInput")
            .Element("Title", "Switchbook")
            .Element("Prompt", "Name or number")
            .Element("URL", page.Address)
            .Open("InputItem")
            .Element("DisplayName", "Name or number")
            .Element("QueryStringParam", "q")
            .Element("DefaultValue", "")
            .Element("InputFlags", "a")
            .Close("InputItem")
            .Close("SnomIPPhoneInput");
}
