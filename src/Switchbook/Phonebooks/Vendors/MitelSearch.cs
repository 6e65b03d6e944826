namespace Switchbook.Phonebooks.Vendors;

/// <summary>Asks on a Mitel 6800 (Aastra) phone what to search for.</summary>
internal sealed class MitelSearch(string phonebook = "/phonebook/mitel", bool isLatin = false) : PhonebookForm(phonebook, "search")
{
    public override string Vendor => "mitel";

    public override bool IsLatin => isLatin;

    protected override void Write(XmlOutput xml, PhonebookPage page) =>
        xml.Declaration().Open("AastraIPPhoneInputScreen", ("type", "string"), ("editable", "yes"))
            .Element("Title", "Switchbook")
            .Element("Prompt", "Name or number")
            .Element("URL", page.Address)
            .Element("Parameter", "q")
            .Close("AastraIPPhoneInputScreen");
}
