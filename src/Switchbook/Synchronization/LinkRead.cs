using Switchbook.Graph;
using Switchbook.Mapping;

namespace Switchbook.Synchronization;

/// <summary>Everyone of a link, read whole and mapped.</summary>
/// <param name="Entries">Who gives entries, by object ID.</param>
/// <param name="People">How many were read, with and without entries.</param>
/// <param name="Skipped">How many give none, by reason.</param>
/// <param name="Duplicates">See <see cref="RunReport.Duplicates"/>.</param>
/// <param name="Progress">Requests and waiting of all reads together.</param>
internal sealed record LinkRead(
    Dictionary<string, ReadPerson> Entries, int People, Dictionary<SkipReason, int> Skipped, int Duplicates, ReadProgress Progress);
