namespace Switchbook.Phonebooks.Vendors;

/// <summary>
/// Yealink's remote phone book (SIP-T series administrator guide, "Remote Phone Book"): fetched whole, and as a search with
/// <c>?q=</c> behind the phone's own placeholder.
/// </summary>
internal sealed class YealinkPhonebook() : PhonebookDocument("/phonebook/yealink")
{
    /// <summary>An object on the screen has at most 10,000 octets; the phone book itself is a file (administrator guide).</summary>
    public override int LargestSearch => 10_000;

    public override void Begin(XmlOutput xml, PhonebookPage page) =>
        xml.Declaration().Open("YealinkIPPhoneDirectory").Element("Title", "Switchbook");

    public override void Entry(XmlOutput xml, PhonebookEntry entry, int position) =>
        xml.Open("DirectoryEntry").Element("Name", entry.Name).Element("Telephone", entry.Number).Close("DirectoryEntry");

    public override void End(XmlOutput xml, PhonebookPage page) => xml.Close("YealinkIPPhoneDirectory");
}
