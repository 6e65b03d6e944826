using System.CommandLine;
using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.Problems;

namespace Switchbook.Cli;

/// <summary><c>link certificate NAME</c>: makes a certificate for a link and gives its public part, to be uploaded.</summary>
internal static class LinkCertificateCommand
{
    public const int DefaultDays = 730;

    private const int MostDays = 3650;

    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The link to make a certificate for." };
        var days = new Option<int>("--days") { Description = $"How long it is valid, 1 to {MostDays}.", DefaultValueFactory = _ => DefaultDays };
        var show = new Option<bool>("--show") { Description = "Make none; give the public part of the certificate that the link has." };
        var output = new Option<string>("--output") { Description = "Write the public part to this file instead of standard output." };
        days.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 1 or > MostDays)
            {
                given.AddError($"--days takes 1 to {MostDays}.");
            }
        });
        var command = new Command("certificate", "Makes a certificate for a link, to be used instead of a secret, and prints its public part.")
        {
            name, days, show, output,
        };
        command.RunsOn(async (installation, parsed, cancellationToken) =>
        {
            var store = installation.Get<LinkStore>();
            var link = await store.FindAsync(parsed.GetRequiredValue(name), cancellationToken);
            if (!parsed.GetValue(show))
            {
                var made = CertificateFile.Make(link.Name, installation.Get<TimeProvider>().GetUtcNow(), parsed.GetValue(days));
                link = await store.EditAsync(link.Name, link, new CredentialDraft.Certificate(made), cancellationToken);
                Output.Say("Upload this public part in Entra ID, App registrations, Certificates & secrets, Certificates.");
                Output.Say("Until then the link signs in with the credential that it had; the private key stays here, encrypted.");
            }

            await WriteAsync(PublicPart(installation.Get<LinkCredentials>(), link), parsed.GetValue(output), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static string PublicPart(LinkCredentials credentials, Link link) =>
        link.Credential is { Kind: CredentialKinds.Certificate } held
        && credentials.Open(link, held) is ClientCredential.Certificate certificate
            ? certificate.Value.ExportCertificatePem()
            : throw new ProblemException(LinkProblems.NoCertificate.With(link.Name));

    private static async Task WriteAsync(string pem, string? path, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            Console.Out.WriteLine(pem);
            return;
        }

        try
        {
            await File.WriteAllTextAsync(path, $"{pem}\n", cancellationToken);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(CliProblems.FileUnwritable.With(path, unwritable.Message.TrimEnd('.')), unwritable);
        }
    }
}
