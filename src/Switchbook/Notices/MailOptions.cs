using System.ComponentModel.DataAnnotations;
using System.Net;
using MimeKit;

namespace Switchbook.Notices;

/// <summary>The mail server that notices are sent by: the section <c>Mail</c>.</summary>
internal sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    /// <summary>The mail server; no mail is sent unless set.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port; 587 unless set.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary><c>StartTls</c>, <c>Tls</c> or <c>None</c>; the first unless set.</summary>
    public MailSecurity Security { get; set; }

    /// <summary>PEM file with further certificate authorities to trust for it.</summary>
    public string? TrustedAuthoritiesFile { get; set; }

    /// <summary>Who signs in there; nobody unless set.</summary>
    public string User { get; set; } = "";

    /// <summary>The file that holds nothing but that user's password; read at each mail.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "";

    /// <summary>The addresses that notices go to.</summary>
    public List<string> To { get; } = [];

    public bool IsSet => !string.IsNullOrWhiteSpace(Host);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => IsSet ? Faults() : [];

    private IEnumerable<ValidationResult> Faults()
    {
        if (!IsAddress(From))
        {
            yield return new("Mail:From is no mail address such as switchbook@example.com.", [nameof(From)]);
        }

        if (To.Count == 0 || !To.TrueForAll(IsAddress))
        {
            yield return new("Mail:To needs one mail address or more, as Mail:To:0, Mail:To:1 and so on.", [nameof(To)]);
        }

        if (User.Length == 0 != string.IsNullOrEmpty(PasswordFile))
        {
            yield return new("Mail:User and Mail:PasswordFile are needed both, or neither.", [nameof(User)]);
        }

        if (User.Length > 0 && Security == MailSecurity.None && !IsHere)
        {
            yield return new("Mail:Security None would send the password in the clear; choose StartTls or Tls.", [nameof(Security)]);
        }

        foreach (var (setting, path) in new[] { (nameof(PasswordFile), PasswordFile), (nameof(TrustedAuthoritiesFile), TrustedAuthoritiesFile) })
        {
            if (!string.IsNullOrEmpty(path) && !File.Exists(path))
            {
                yield return new($"Mail:{setting} names a file that is not there.", [setting]);
            }
        }
    }

    private static bool IsAddress(string text) => MailboxAddress.TryParse(text, out var mailbox) && mailbox.Domain.Length > 0;

    private bool IsHere => Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));
}
