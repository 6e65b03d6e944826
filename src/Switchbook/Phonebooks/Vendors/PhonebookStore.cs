using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Switchbook.Phonebooks.Vendors;

/// <summary>Keeps whole documents as long as the directory that they show is there, so that many phones cost one writing.</summary>
internal sealed class PhonebookStore
{
    private readonly ConditionalWeakTable<object, ConcurrentDictionary<PhonebookDocument, WrittenDocument>> _ofDirectories = [];

    /// <summary>The document as it is written from <paramref name="directory"/>, now or before.</summary>
    public WrittenDocument Get(PhonebookDocument document, object directory, PhonebookPage page) =>
        _ofDirectories.GetOrCreateValue(directory).GetOrAdd(document, static (document, page) => WrittenDocument.Of(document, page), page);
}
