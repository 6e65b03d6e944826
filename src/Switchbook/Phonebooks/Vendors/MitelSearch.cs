namespace Switchbook.Phonebooks.Vendors;

/// <summary>Asks on a Mitel 6800 (Aastra) phone what to search for.</summary>
internal sealed class MitelSearch() : PhonebookForm("/phonebook/mitel", "search")
{
    protected override void Write(XmlOutput xml, PhonebookPage page) =>
        xml.Declaration().Open("AastraIPPhoneInputScreen", ("type", "string"), ("editable", "yes"))
            .Element("Title", "Switchbook")
            .Element("Prompt", "Name or number")
            .Element("URL", page.Address)
            .Element("Parameter", "q")
            .Close("AastraIPPhoneInputScreen");
}
