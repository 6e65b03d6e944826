using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Switchbook.Graph;
using Switchbook.Problems;

namespace Switchbook.Notices.Channels;

/// <summary>Sends notices as plain mail by SMTP (RFC 5321).</summary>
internal sealed class MailChannel(MailOptions options) : INoticeChannel
{
    public string Name => $"mail server {options.Host}";

    public async Task<string> SendAsync(Notice notice, CancellationToken cancellationToken)
    {
        var password = (await ReadAsync(options.PasswordFile, cancellationToken))?.TrimEnd('\r', '\n');
        var authorities = await ReadAsync(options.TrustedAuthoritiesFile, cancellationToken);
        using var client = new SmtpClient
        {
            // As elsewhere: an authority of one's own has no list of what it revoked.
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = new CertificateTrust(authorities).Accept,
        };
        using var message = Message(notice);
        try
        {
            await client.ConnectAsync(options.Host, options.Port, Security(options.Security), cancellationToken);
            if (password is not null)
            {
                await client.AuthenticateAsync(options.User, password, cancellationToken);
            }

            var answer = await client.SendAsync(message, cancellationToken);
            await client.DisconnectAsync(quit: true, cancellationToken);
            return AnswerText.Line(answer);
        }
        catch (Exception fault) when (Kind(fault) is not null)
        {
            throw new ProblemException(Kind(fault)!.With(options.Host, AnswerText.Line(Reason(fault))), fault);
        }
    }

    private static ProblemKind? Kind(Exception fault) => fault switch
    {
        SslHandshakeException or NotSupportedException => NoticeProblems.MailInsecure,
        AuthenticationException => NoticeProblems.MailSignIn,
        CommandException => NoticeProblems.MailRefused,
        SocketException or IOException or ProtocolException => NoticeProblems.MailUnreachable,
        _ => null,
    };

    private static string Reason(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is UntrustedCertificateException)
            {
                return cause.Message;
            }
        }

        // Advice for programmers follows the first line.
        return fault.Message.Split('\n')[0];
    }

    private static SecureSocketOptions Security(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private MimeMessage Message(Notice notice)
    {
        var message = new MimeMessage
        {
            Subject = notice.Title,
            Date = notice.At,
            Body = new TextPart("plain") { Text = notice.Text.ReplaceLineEndings() + Environment.NewLine },
        };
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.AddRange(options.To.Select(address => MailboxAddress.Parse(address)));

        // The same for each try, so that a mail server can tell a second copy; and no answering machine answers (RFC 3834).
        message.MessageId = $"{notice.Id:N}@{message.From.Mailboxes.First().Domain}";
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    /// <summary>What a file of the settings holds now; null where none is set.</summary>
    private static async Task<string?> ReadAsync(string? path, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(path))
        {
            return null;
        }

        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(NoticeProblems.MailFile.With(AnswerText.Line(unreadable.Message)), unreadable);
        }
    }
}
