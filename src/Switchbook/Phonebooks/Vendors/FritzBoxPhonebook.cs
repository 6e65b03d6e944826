using System.Globalization;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>A phonebook as FRITZ!Box exports and imports it; the box does not fetch it, somebody restores it from this file.</summary>
internal sealed class FritzBoxPhonebook() : PhonebookDocument("/phonebook/fritzbox", "/phonebook/fritzbox/phonebook.xml")
{
    public override void Begin(XmlOutput xml, PhonebookPage page) =>
        xml.Declaration().Open("phonebooks").Open("phonebook", ("name", "Switchbook"));

    public override void Entry(XmlOutput xml, PhonebookEntry entry, int position) =>
        xml.Open("contact")
            .Element("category", "0")
            .Open("person").Element("realName", entry.Name).Close("person")
            .Open("telephony")
            .Element("number", entry.Number, ("id", "0"), ("type", TypeOf(entry.Line)), ("prio", "1"), ("quickdial", ""), ("vanity", ""))
            .Close("telephony")
            .Empty("services")
            .Element("uniqueid", position.ToString(CultureInfo.InvariantCulture))
            .Close("contact");

    public override void End(XmlOutput xml, PhonebookPage page) => xml.Close("phonebook").Close("phonebooks");

    private static string TypeOf(LineKind line) => line switch
    {
        LineKind.Mobile => "mobile",
        LineKind.Home => "home",
        _ => "work",
    };
}
