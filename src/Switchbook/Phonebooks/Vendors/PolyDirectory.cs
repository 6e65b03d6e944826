using System.Text;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>
/// Poly's local contact directory, which the phone fetches whole at start (SoundPoint IP administrator guide, "Local Contact
/// Directory File Format"): a name of at most 40 bytes, so the longer ones are cut.
/// </summary>
internal sealed class PolyDirectory() : PhonebookDocument("/phonebook/poly", "/phonebook/poly/000000000000-directory.xml")
{
    private const int LongestNameInBytes = 40;

    public override void Begin(XmlOutput xml, PhonebookPage page) => xml.Declaration().Open("directory").Open("item_list");

    public override void Entry(XmlOutput xml, PhonebookEntry entry, int position) =>
        xml.Open("item")
            .Element("ln", "")
            .Element("fn", ShortenToBytes(entry.Name))
            .Element("ct", entry.Number)
            .Element("ad", "0")
            .Element("ar", "0")
            .Element("bw", "0")
            .Element("bb", "0")
            .Close("item");

    public override void End(XmlOutput xml, PhonebookPage page) => xml.Close("item_list").Close("directory");

    private static string ShortenToBytes(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= LongestNameInBytes)
        {
            return name;
        }

        var (length, bytes) = (0, 0);
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > LongestNameInBytes)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return name[..length];
    }
}
