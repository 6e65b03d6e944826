using Microsoft.Extensions.Options;
using Switchbook.Numbers;
using Switchbook.PhoneDirectory;

namespace Switchbook.Phonebooks;

/// <summary>Makes the documents of IP Office as the settings want them.</summary>
internal sealed class IpOfficeDocuments(NumberPolicies policies, IOptions<PhonebookOptions> options)
{
    /// <param name="snapshot">The directory to show.</param>
    /// <param name="content">What the list calls itself, such as <c>cfg_directory</c>.</param>
    /// <param name="server">This server as the PBX reaches it: a name or an address.</param>
    /// <param name="numbers">How numbers are written; null for what the settings say.</param>
    public IpOfficeDirectory Of(DirectorySnapshot snapshot, string content, string server, NumberPolicy? numbers = null) =>
        new(snapshot, content, server, numbers ?? policies.Of(NumberPolicies.IpOffice)) { TellsUpdate = options.Value.LastUpdatedEntry };
}
