using System.Net;

namespace Switchbook.Access;

/// <summary>Addresses and networks as people write them.</summary>
internal static class NetworkText
{
    /// <param name="text">An address, or a network in CIDR form.</param>
    public static bool TryRead(string text, out IPNetwork network)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            network = new(address, address.GetAddressBytes().Length * 8);
            return true;
        }

        return IPNetwork.TryParse(text, out network);
    }
}
