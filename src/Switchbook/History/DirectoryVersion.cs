using Switchbook.Storage;

namespace Switchbook.History;

/// <summary>One version of the directory, as it is listed.</summary>
/// <param name="Version">Grows with each change; not every number is used.</param>
/// <param name="At">When it came to stand.</param>
/// <param name="Cause">What made it.</param>
/// <param name="Subject">The link's name, or the name and number of an entry made by hand.</param>
/// <param name="Added">Entries that came.</param>
/// <param name="Changed">Entries with another name or number.</param>
/// <param name="Removed">Entries that went.</param>
/// <param name="Run">The run that was applied; null for what people did.</param>
/// <param name="Size">The octets that keeping it takes.</param>
internal sealed record DirectoryVersion(
    long Version, DateTimeOffset At, VersionCause Cause, string Subject, int Added, int Changed, int Removed, long? Run, int Size);
