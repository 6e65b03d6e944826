using System.Buffers;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using Switchbook.Phonebooks.Vendors;

namespace Switchbook.Tests.Phonebooks.Vendors;

public sealed class XmlOutputTests
{
    private const string Troublesome = "&<>\"']\t\n\r";

    /// <summary>Any UTF-16 code unit, those that make trouble more often than the others.</summary>
    private static readonly Gen<char> Characters = Gen.OneOf(
        Gen.Char['\0', '\u009F'],
        Gen.Char['\uD800', '\uDFFF'],
        Gen.Char['\uFFF0', '\uFFFF'],
        Gen.Char['\0', '\uFFFF'],
        Gen.Int[0, Troublesome.Length - 1].Select(i => Troublesome[i]));

    [Fact]
    public void Any_text_gives_a_document_that_another_parser_reads() =>
        Characters.Array[0, 40].Select(characters => new string(characters)).Sample(text =>
        {
            var root = XDocument.Parse(Write(text), LoadOptions.PreserveWhitespace).Root!;

            Assert.Equal(Shown(text), root.Value);
            Assert.Equal(Shown(text), root.Attribute("a")!.Value);
        });

    [Fact]
    public void Markup_in_a_name_stays_text() =>
        Assert.Equal("]]> &amp; <a b='c'>\"", XDocument.Parse(Write("]]> &amp; <a b='c'>\"")).Root!.Value);

    private static string Write(string text)
    {
        var buffer = new ArrayBufferWriter<byte>();
        new XmlOutput(buffer).Declaration().Element("r", text, ("a", text));
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>What is left of a text: whole characters that can be shown, blanks instead of tabs and line ends.</summary>
    private static string Shown(string text)
    {
        var shown = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                shown.Append(text[i]).Append(text[++i]);
            }
            else if (text[i] is '\t' or '\n' or '\r')
            {
                shown.Append(' ');
            }
            else if (!char.IsSurrogate(text[i]) && !char.IsControl(text[i]) && text[i] is not ('\uFFFE' or '\uFFFF'))
            {
                shown.Append(text[i]);
            }
        }

        return shown.ToString();
    }
}
