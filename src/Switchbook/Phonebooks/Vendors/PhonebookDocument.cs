namespace Switchbook.Phonebooks.Vendors;

/// <summary>A document that some vendor's phones fetch, written entry by entry.</summary>
internal abstract class PhonebookDocument(params string[] paths)
{
    /// <summary>Where the document is found, below the server's root; the first is its proper address.</summary>
    public IReadOnlyList<string> Paths { get; } = paths;

    /// <summary>The most entries that one document may hold; what is beyond is on further pages.</summary>
    public virtual int PageSize => int.MaxValue;

    /// <summary>Whether the document says how many entries there are, so that a search must count them all.</summary>
    public virtual bool ShowsTotal => false;

    public virtual string ContentType => IsLatin ? "text/xml; charset=iso-8859-1" : "text/xml; charset=utf-8";

    /// <summary>The phonebook that this document belongs to, whose address its links use.</summary>
    public virtual string Phonebook => Paths[0];

    /// <summary>The vendor by the name that settings and exports use.</summary>
    public virtual string Vendor => Paths[0].Split('/')[2];

    /// <summary>Whether it shows the vendor's phonebook itself, rather than a form or another view of it.</summary>
    public bool IsPhonebook => Paths[0] == $"/phonebook/{Vendor}";

    /// <summary>Whether it shows entries; a form does not.</summary>
    public virtual bool ShowsEntries => true;

    /// <summary>Whether the phones understand gzip when they say so.</summary>
    public virtual bool MayCompress => true;

    /// <summary>The most octets of what a search finds; what is beyond is left out, for such phones ask again with more letters.</summary>
    public virtual int LargestSearch => int.MaxValue;

    /// <summary>Whether it is written in ISO-8859-1 instead of UTF-8.</summary>
    public virtual bool IsLatin => false;

    public abstract void Begin(XmlOutput xml, PhonebookPage page);

    /// <summary>Writes one entry; <paramref name="position"/> counts those of this document from 1.</summary>
    public abstract void Entry(XmlOutput xml, PhonebookEntry entry, int position);

    public abstract void End(XmlOutput xml, PhonebookPage page);
}
