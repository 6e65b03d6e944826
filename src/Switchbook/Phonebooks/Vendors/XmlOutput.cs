using System.Buffers;
using System.Text;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>
/// Writes XML 1.0 in UTF-8, straight into a buffer. Whatever stands in a name, the document stays well-formed: markup is escaped and
/// what XML or a phone's display cannot hold (controls, lone surrogates, U+FFFE and U+FFFF) is left out.
/// </summary>
internal sealed class XmlOutput(IBufferWriter<byte> output)
{
    private const string PlainCharacters =
        " !#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

    private static readonly SearchValues<char> Plain = SearchValues.Create(PlainCharacters);

    public XmlOutput Declaration() => Markup("""<?xml version="1.0" encoding="UTF-8"?>""" + "\n");

    /// <summary>Begins an element that holds others; the attributes' values are escaped, names are taken as they are.</summary>
    public XmlOutput Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes) =>
        Markup("<").Markup(name).Attributes(attributes).Markup(">\n");

    public XmlOutput Close(string name) => Markup("</").Markup(name).Markup(">\n");

    /// <summary>An element with text in it.</summary>
    public XmlOutput Element(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes) =>
        Markup("<").Markup(name).Attributes(attributes).Markup(">").Text(text).Close(name);

    /// <summary>An element with attributes alone.</summary>
    public XmlOutput Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes) =>
        Markup("<").Markup(name).Attributes(attributes).Markup("/>\n");

    /// <summary>Text between or in tags, escaped.</summary>
    public XmlOutput Text(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = text.IndexOfAnyExcept(Plain);
            Markup(length < 0 ? text : text[..length]);
            if (length < 0)
            {
                break;
            }

            text = text[length..];
            var isWhole = Rune.DecodeFromUtf16(text, out var rune, out var consumed) == OperationStatus.Done;
            if (isWhole)
            {
                Special(rune);
            }

            text = text[consumed..];
        }

        return this;
    }

    private void Special(Rune rune)
    {
        switch (rune.Value)
        {
            case '&':
                Markup("&amp;");
                break;
            case '<':
                Markup("&lt;");
                break;
            case '>':
                Markup("&gt;");
                break;
            case '"':
                Markup("&quot;");
                break;
            case '\'':
                Markup("&apos;");
                break;
            case '\t' or '\n' or '\r':
                Markup(" ");
                break;
            case 0xFFFE or 0xFFFF:
                break;
            default:
                Character(rune);
                break;
        }
    }

    private void Character(Rune rune)
    {
        if (!Rune.IsControl(rune))
        {
            output.Advance(rune.EncodeToUtf8(output.GetSpan(4)));
        }
    }

    private XmlOutput Attributes(ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            Markup(" ").Markup(name).Markup("=\"").Text(value).Markup("\"");
        }

        return this;
    }

    private XmlOutput Markup(ReadOnlySpan<char> markup)
    {
        Encoding.UTF8.GetBytes(markup, output);
        return this;
    }
}
