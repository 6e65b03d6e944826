using System.Globalization;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>
/// Panasonic's network phonebook (KX-HDV and TGP600 XML Application Developer's Guide, 5.2.8): at most 20 people, names of at most
/// 24 characters without <c>&amp;</c>, <c>'</c>, <c>&lt;</c> and <c>&gt;</c>, numbers of at most 32 digits, <c>*</c> and <c>#</c>.
/// </summary>
internal sealed class PanasonicPhonebook() : PhonebookDocument("/phonebook/panasonic")
{
    private const int LongestName = 24;
    private const int LongestNumber = 32;
    private const int LongestExtension = 5;

    public override int PageSize => 20;

    public override void Begin(XmlOutput xml, PhonebookPage page) =>
        xml.Declaration()
            .Open(
                "ppxml",
                ("xmlns", "http://panasonic/sip_phone"),
                ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
                ("xsi:schemaLocation", "http://panasonic/sip_phone sip_phone.xsd"))
            .Open("Screen", ("version", "3.0"))
            .Open("PhoneBook", ("version", "2.0"));

    public override void Entry(XmlOutput xml, PhonebookEntry entry, int position)
    {
        var number = string.Concat(entry.Number.Where(letter => char.IsAsciiDigit(letter) || letter is '*' or '#'));
        xml.Open("Personnel", ("id", position.ToString(CultureInfo.InvariantCulture)))
            .Element("Name", EntryForm.Shorten(Plain(entry.Name), LongestName))
            .Open("PhoneNums")
            .Element("PhoneNum", EntryForm.Shorten(number, LongestNumber), ("type", TypeOf(entry.Line, number)))
            .Close("PhoneNums")
            .Close("Personnel");
    }

    public override void End(XmlOutput xml, PhonebookPage page) => xml.Close("PhoneBook").Close("Screen").Close("ppxml");

    private static string Plain(string name) => string.Join(
        ' ',
        name.Replace("'", "", StringComparison.Ordinal).Split(['&', '<', '>', ' '], StringSplitOptions.RemoveEmptyEntries));

    private static string TypeOf(LineKind line, string number) => line switch
    {
        LineKind.Mobile => "mobile",
        LineKind.Home => "home",
        _ => number.Length <= LongestExtension ? "ext" : "company",
    };
}
