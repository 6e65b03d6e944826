namespace Switchbook.Phonebooks.Vendors;

/// <summary>A document that shows nobody: it asks what to search for, or what to open.</summary>
internal abstract class PhonebookForm(string phonebook, string name) : PhonebookDocument($"{phonebook}/{name}")
{
    public sealed override string Phonebook => phonebook;

    public sealed override bool ShowsEntries => false;

    public sealed override void Begin(XmlOutput xml, PhonebookPage page) => Write(xml, page);

    public sealed override void Entry(XmlOutput xml, PhonebookEntry entry, int position) => throw new NotSupportedException();

    public sealed override void End(XmlOutput xml, PhonebookPage page)
    {
        // Everything is written at the beginning.
    }

    protected abstract void Write(XmlOutput xml, PhonebookPage page);
}
