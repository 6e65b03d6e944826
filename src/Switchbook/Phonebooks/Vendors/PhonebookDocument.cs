using Switchbook.PhoneDirectory;

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

    public virtual string ContentType => "text/xml; charset=utf-8";

    /// <summary>The phonebook that this document belongs to, whose address its links use.</summary>
    public virtual string Phonebook => Paths[0];

    /// <summary>What of the directory's entries the document may show, in its order.</summary>
    public virtual IEnumerable<PhonebookEntry> Select(IEnumerable<DirectoryEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (EntryForm.TryMake(entry, out var made))
            {
                yield return made;
            }
        }
    }

    public abstract void Begin(XmlOutput xml, PhonebookPage page);

    /// <summary>Writes one entry; <paramref name="position"/> counts those of this document from 1.</summary>
    public abstract void Entry(XmlOutput xml, PhonebookEntry entry, int position);

    public abstract void End(XmlOutput xml, PhonebookPage page);
}
