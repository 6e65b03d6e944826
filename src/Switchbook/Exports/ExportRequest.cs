using Switchbook.Numbers;
using Switchbook.PhoneDirectory;

namespace Switchbook.Exports;

/// <summary>What is to be exported.</summary>
/// <param name="Snapshot">The directory.</param>
/// <param name="Address">This server in links, without a slash at its end.</param>
/// <param name="Numbers">How numbers are written; null for what is usual for the format.</param>
internal sealed record ExportRequest(DirectorySnapshot Snapshot, string Address, NumberPolicy? Numbers);
