using System.Globalization;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>
/// Grandstream's phonebook (GXP series XML phonebook guide). The phone appends a fixed file name to the address it is given:
/// <c>phonebook.xml</c>, on small models <c>gs_phonebook.xml</c>.
/// </summary>
internal sealed class GrandstreamPhonebook()
    : PhonebookDocument("/phonebook/grandstream", "/phonebook/grandstream/phonebook.xml", "/phonebook/grandstream/gs_phonebook.xml")
{
    private const string Group = "1";

    /// <summary>The phones cannot unpack it, whatever their request says.</summary>
    public override bool MayCompress => false;

    public override void Begin(XmlOutput xml, PhonebookPage page) =>
        xml.Declaration().Open("AddressBook")
            .Open("pbgroup").Element("id", Group).Element("name", "Switchbook").Close("pbgroup");

    public override void Entry(XmlOutput xml, PhonebookEntry entry, int position) =>
        xml.Open("Contact")
            .Element("id", position.ToString(CultureInfo.InvariantCulture))
            .Element("FirstName", "")
            .Element("LastName", entry.Name)
            .Element("Frequent", "0")
            .Open("Phone", ("type", TypeOf(entry.Line)))
            .Element("phonenumber", entry.Number)
            .Element("accountindex", "0")
            .Close("Phone")
            .Element("Group", Group)
            .Close("Contact");

    public override void End(XmlOutput xml, PhonebookPage page) => xml.Close("AddressBook");

    private static string TypeOf(LineKind line) => line switch
    {
        LineKind.Mobile => "Cell",
        LineKind.Home => "Home",
        _ => "Work",
    };
}
