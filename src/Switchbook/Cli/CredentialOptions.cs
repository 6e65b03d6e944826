using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Switchbook.Links;

namespace Switchbook.Cli;

/// <summary>The options by which <c>link add</c> and <c>link edit</c> take a credential.</summary>
internal sealed class CredentialOptions
{
    private const string StandardInput = "-";
    private const string NewCertificate = "new-certificate";

    private readonly Option<string> _secretFile = new("--client-secret-file")
    {
        Description = "File with the client secret's Value; '-' reads standard input.",
    };

    private readonly Option<string> _certificate = new("--certificate")
    {
        Description = "PFX or PEM with certificate and private key.",
    };

    private readonly Option<string> _certificatePassword = new("--certificate-password-file")
    {
        Description = "File with the password of a protected --certificate.",
    };

    private readonly Option<string> _kind = new("--credential")
    {
        Description = "Instead of a file: new-certificate (made here), managed-identity, user-managed-identity or workload-identity.",
    };

    private readonly Option<string> _tokenFile = new("--federated-token-file")
    {
        Description = "The workload's token, for --credential workload-identity (default: what AZURE_FEDERATED_TOKEN_FILE names).",
    };

    private readonly Option<string> _ends = new("--secret-ends") { Description = "Date on which the credential ends, as yyyy-mm-dd." };

    public IEnumerable<Option> All => [_secretFile, _certificate, _certificatePassword, _kind, _tokenFile, _ends];

    /// <returns>Null when nothing was given.</returns>
    /// <param name="link">The link's name.</param>
    /// <param name="prompt">Whether to ask for the secret on a terminal when no credential was given.</param>
    public async Task<CredentialDraft?> ReadAsync(ParseResult parsed, string link, bool prompt, CancellationToken cancellationToken)
    {
        DateTimeOffset? ends = parsed.GetValue(_ends) is { } date ? Date(date) : null;
        var given = await GivenAsync(parsed, link, cancellationToken);
        if (given is null && prompt && !Console.IsInputRedirected)
        {
            var typed = await Output.Messages.PromptAsync(new TextPrompt<string>("Client secret (Value):").Secret(), cancellationToken);
            given = new CredentialDraft.Secret(typed);
        }

        return (given, ends) switch
        {
            (null, null) => null,
            (null, _) => new CredentialDraft.Kept { Ends = ends },
            _ => given with { Ends = ends },
        };
    }

    private async Task<CredentialDraft?> GivenAsync(ParseResult parsed, string link, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_certificate) is { } certificate)
        {
            var password = parsed.GetValue(_certificatePassword) is { } file ? await InputFile.TextAsync(file, cancellationToken) : null;
            return new CredentialDraft.Certificate(await InputFile.BytesAsync(certificate, cancellationToken), password?.TrimEnd('\r', '\n'));
        }

        if (parsed.GetValue(_secretFile) is { } secretFile)
        {
            var secret = secretFile == StandardInput
                ? await Console.In.ReadToEndAsync(cancellationToken)
                : await InputFile.TextAsync(secretFile, cancellationToken);
            return new CredentialDraft.Secret(secret.Trim());
        }

        return parsed.GetValue(_kind) switch
        {
            null => null,
            NewCertificate => new CredentialDraft.Certificate(CertificateFile.Make(link, TimeProvider.System.GetUtcNow(), LinkCertificateCommand.DefaultDays)),
            CredentialKinds.ManagedIdentity => new CredentialDraft.ManagedIdentity(OfUser: false),
            CredentialKinds.UserManagedIdentity => new CredentialDraft.ManagedIdentity(OfUser: true),
            CredentialKinds.WorkloadIdentity => new CredentialDraft.WorkloadIdentity(parsed.GetValue(_tokenFile) is { } path ? Path.GetFullPath(path) : null),
            var other => throw new UsageException(new("credential", LinkProblems.CredentialUnknown.With(other))),
        };
    }

    private static DateTimeOffset Date(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : throw new UsageException(new("secret-ends", LinkProblems.DateUnreadable.With(text)));
}
