using System.Collections.Concurrent;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>Keeps whole documents as long as the directory stands as it is, so that many phones cost one writing.</summary>
internal sealed class PhonebookStore
{
    // A name has one document at a time, so that an old directory takes no memory; the snapshot itself must not be held by it either.
    private readonly ConcurrentDictionary<PhonebookDocument, (WeakReference<object> Directory, WrittenDocument Written)> _documents = new();

    /// <summary>The document as it is written from <paramref name="directory"/>, now or before.</summary>
    public WrittenDocument Get(PhonebookDocument document, object directory, PhonebookPage page)
    {
        if (_documents.TryGetValue(document, out var kept)
            && kept.Directory.TryGetTarget(out var source)
            && ReferenceEquals(source, directory))
        {
            return kept.Written;
        }

        var written = WrittenDocument.Of(document, page);
        _documents[document] = (new(directory), written);
        return written;
    }
}
