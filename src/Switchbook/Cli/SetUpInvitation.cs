using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Switchbook.Access;
using Switchbook.Access.Operators;

namespace Switchbook.Cli;

/// <summary>Says, as long as there is no operator, where the first one is made, with the token for who comes from elsewhere.</summary>
internal static class SetUpInvitation
{
    public static void Say(WebApplication app)
    {
        if (app.Services.GetRequiredService<FirstOperator>().Token is { } token
            && app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } listening)
        {
            Output.Say($"Nobody signs in yet: only this computer is let in. Make the first operator at {Reachable(listening)}{EntrancePaths.SetUp}?token={token}");
        }
    }

    private static string Reachable(string listening)
    {
        var address = BindingAddress.Parse(listening);
        var isEverywhere = IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any));
        return isEverywhere ? listening.Replace(address.Host, Dns.GetHostName(), StringComparison.Ordinal) : listening;
    }
}
