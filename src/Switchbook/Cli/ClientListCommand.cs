using System.CommandLine;
using System.Globalization;
using Switchbook.Access.Clients;

namespace Switchbook.Cli;

/// <summary><c>client list</c>: who may ask from other computers, and how; never a secret.</summary>
internal static class ClientListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "Lists the clients.") { Verb.Json };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var clients = await installation.Get<ClientStore>().ListAsync(cancellationToken);
            if (parsed.GetValue(Verb.Json))
            {
                Output.WriteJson(clients.Select(client => new
                {
                    client.Name,
                    Networks = client.Networks.Select(network => network.ToString()),
                    View = client.View?.Name,
                    client.RequestsPerSecond,
                    HasPassword = client.PasswordHash is not null,
                    HasDigest = client.DigestSecret is not null,
                    HasToken = client.TokenHash is not null,
                    HasCertificate = client.CertificateHash is not null,
                    client.CreatedAt,
                }));
                return ExitCode.Done;
            }

            Output.WriteTable(
                ["Name", "May come from", "Shows", "Sees", "Since"],
                clients.Select(client => (string[])[client.Name, From(client), Shows(client), client.View?.Name ?? "everything", Day(client.CreatedAt)]));
            return ExitCode.Done;
        });
        return command;
    }

    private static string From(Client client) => client.Networks.IsEmpty ? "anywhere" : string.Join(", ", client.Networks);

    private static string Shows(Client client)
    {
        string[] ways =
        [
            .. client.PasswordHash is null ? [] : (string[])[client.DigestSecret is null ? "password" : "password (also DIGEST-MD5)"],
            .. client.TokenHash is null ? [] : (string[])["token"],
            .. client.CertificateHash is null ? [] : (string[])["certificate"],
        ];
        return ways.Length == 0 ? "its address" : string.Join(" or ", ways);
    }

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
