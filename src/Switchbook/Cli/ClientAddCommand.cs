using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
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
        var digest = new Option<bool>("--digest") { Description = "Its password also proves itself by LDAP's DIGEST-MD5, as some phones insist without TLS." };
        var certificate = new Option<string>("--certificate") { Description = "A file with its certificate (PEM or DER), which it shows over TLS in place of a password." };
        var view = new Option<string>("--view") { Description = "The part of the directory that it sees, as 'view set' made it; all of it unless given." };
        var rate = new Option<int?>("--rate") { Description = "How often it may ask in a second, from all its addresses together." };
        var command = new Command("add", "Lets a client in and prints its credentials, which are shown this once.")
        {
            name, addresses, passwordFile, noPassword, digest, certificate, token, view, rate, Verb.Json,
        };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var file = parsed.GetValue(passwordFile);
            using var shownByTls = parsed.GetValue(certificate) is { } path ? await CertificateAsync(path, cancellationToken) : null;
            var isWithout = parsed.GetValue(noPassword) || (shownByTls is not null && file is null && !parsed.GetValue(digest));
            var draft = new ClientDraft
            {
                Name = parsed.GetRequiredValue(name).Trim(),
                Networks = parsed.GetValue(addresses) ?? [],
                Password = isWithout ? null : await PasswordAsync(file, cancellationToken),
                AllowsDigest = parsed.GetValue(digest),
                HasToken = parsed.GetValue(token),
                View = parsed.GetValue(view),
                RequestsPerSecond = parsed.GetValue(rate),
                Certificate = shownByTls,
            };
            var made = await installation.Get<ClientStore>().AddAsync(draft, cancellationToken);
            var shown = file is null ? draft.Password : null;
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

    private static async Task<X509Certificate2> CertificateAsync(string path, CancellationToken cancellationToken)
    {
        var content = await ReadAsync(path, File.ReadAllBytesAsync, cancellationToken);
        try
        {
            return X509CertificateLoader.LoadCertificate(content);
        }
        catch (CryptographicException)
        {
            throw new ProblemException(ClientProblems.CertificateUnfit.With(path));
        }
    }

    private static async Task<string> PasswordAsync(string? file, CancellationToken cancellationToken) => file switch
    {
        null => ClientSecrets.Make(),
        StandardInput => (await Console.In.ReadToEndAsync(cancellationToken)).Trim(),
        _ => (await ReadAsync(file, File.ReadAllTextAsync, cancellationToken)).Trim(),
    };

    private static async Task<T> ReadAsync<T>(string path, Func<string, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read(path, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(CliProblems.FileUnreadable.With(path, unreadable.Message));
        }
    }
}
