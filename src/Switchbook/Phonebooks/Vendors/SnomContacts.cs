namespace Switchbook.Phonebooks.Vendors;

/// <summary>Snom's remote XML directory (firmware 10.1.178 and later), which the phone fetches whole, by POST.</summary>
internal sealed class SnomContacts() : PhonebookDocument("/phonebook/snom/tbook")
{
    public override void Begin(XmlOutput xml, PhonebookPage page) =>
        xml.Declaration().Open("tbook", ("e", "2"), ("version", "2.0"));

    public override void Entry(XmlOutput xml, PhonebookEntry entry, int position) =>
        xml.Open("contact", ("fav", "false"), ("vip", "false"), ("blocked", "false"))
            .Element("first_name", "")
            .Element("last_name", entry.Name)
            .Open("numbers")
            .Empty("number", ("no", entry.Number), ("type", TypeOf(entry.Line)), ("outgoing_id", "0"))
            .Close("numbers")
            .Close("contact");

    public override void End(XmlOutput xml, PhonebookPage page) => xml.Close("tbook");

    private static string TypeOf(LineKind line) => line switch
    {
        LineKind.Mobile => "mobile",
        LineKind.Home => "home",
        _ => "business",
    };
}
