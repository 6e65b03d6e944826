using System.CommandLine;
using Switchbook.Access.Clients;
using Switchbook.Problems;

namespace Switchbook.Cli;

/// <summary><c>client add NAME</c>: lets phones or a PBX on other computers ask.</summary>
internal static class ClientAddCommand
{
    private const string StandardInput = "-";

    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The client's name, which phones send as their user name." };
        var addresses = new Option<string[]>("--address")
        {
            Description = "An address or a network in CIDR form that it may come from; may be repeated. Anywhere unless given.",
        };
        var passwordFile = new Option<string>("--password-file") { Description = "A file with its password, - for standard input; a new one is made unless given." };
        var noPassword = new Option<bool>("--no-password") { Description = "No password: its address, or its token, is enough." };
        var token = new Option<bool>("--token") { Description = "Also make a token that stands in the URL, for phones that send no password." };
        var command = new Command("add", "Lets a client in and prints its credentials, which are shown this once.")
        {
            name, addresses, passwordFile, noPassword, token, Verb.Json,
        };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var password = parsed.GetValue(noPassword) ? null : await PasswordAsync(parsed.GetValue(passwordFile), cancellationToken);
            var draft = new ClientDraft(
                parsed.GetRequiredValue(name).Trim(), parsed.GetValue(addresses) ?? [], password, parsed.GetValue(token));
            var made = await installation.Get<ClientStore>().AddAsync(draft, cancellationToken);
            var shown = parsed.GetValue(passwordFile) is null ? password : null;
            if (parsed.GetValue(Verb.Json))
            {
                Output.WriteJson(new { draft.Name, Password = shown, Token = made });
            }
            else
            {
                Print(draft.Name, shown, made);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(string name, string? password, string? token)
    {
        Output.Say($"Client '{name}' may ask. What follows is shown this once:");
        Console.Out.WriteLine($"bind DN   cn={name},ou=clients,BASE (BASE as in Ldap:BaseDn; where a phone takes no DN: {name})");
        if (password is not null)
        {
            Console.Out.WriteLine($"password  {password}");
        }

        if (token is not null)
        {
            Console.Out.WriteLine($"URL path  /as/{token}/phonebook/…, /as/{token}/lookup?number=…");
        }
    }

    private static async Task<string> PasswordAsync(string? file, CancellationToken cancellationToken)
    {
        switch (file)
        {
            case null:
                return ClientSecrets.Make();
            case StandardInput:
                return (await Console.In.ReadToEndAsync(cancellationToken)).Trim();
            default:
                try
                {
                    return (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
                }
                catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
                {
                    throw new ProblemException(CliProblems.FileUnreadable.With(file, unreadable.Message));
                }
        }
    }
}
