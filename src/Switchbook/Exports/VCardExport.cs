using System.Text;
using Switchbook.Numbers;
using Switchbook.PhoneDirectory;
using Switchbook.VCards;

namespace Switchbook.Exports;

/// <summary>A vCard a person.</summary>
internal sealed class VCardExport(string name, VCardVersion version) : TextExport(name, "text/vcard", "directory.vcf")
{
    protected override IEnumerable<string> Pieces(DirectorySnapshot snapshot, NumberPolicy policy)
    {
        var card = new StringBuilder();
        for (var row = 0; row < snapshot.People.Count; row++)
        {
            card.Clear();
            VCard.Write(card, snapshot.PersonAt(row, policy), version);
            yield return card.ToString();
        }
    }
}
