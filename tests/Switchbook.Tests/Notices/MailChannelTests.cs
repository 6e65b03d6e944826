using System.Net;
using System.Net.Sockets;
using MimeKit;
using Switchbook.Notices;
using Switchbook.Notices.Channels;
using Switchbook.Problems;

namespace Switchbook.Tests.Notices;

public sealed class MailChannelTests : IDisposable
{
    private static readonly Notice Trial = Notice.Of([], new(2027, 3, 31, 12, 0, 0, TimeSpan.Zero));

    private readonly string _directory = Directory.CreateTempSubdirectory("switchbook-test-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("StartTls")]
    [InlineData("Tls")]
    public async Task A_mail_goes_out_over_TLS_signed_in_with_the_password_of_a_file(string security)
    {
        await using var peer = new MailPeer(immediately: security == "Tls");
        var channel = new MailChannel(await OptionsAsync(peer, options => options.Security = Enum.Parse<MailSecurity>(security)));

        Assert.Contains("queued as 4711", await channel.SendAsync(Trial, Cancellation));

        var mail = Assert.Single(peer.Mails);
        Assert.Equal("Switchbook: trial", mail.Subject);
        Assert.Equal(["operator@example.com", "second@example.com"], mail.To.Mailboxes.Select(mailbox => mailbox.Address));
        Assert.Equal("switchbook@example.com", Assert.Single(mail.From.Mailboxes).Address);
        Assert.Equal($"{Trial.Id:N}@example.com", mail.MessageId);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal(Trial.Text, mail.TextBody!.ReplaceLineEndings("\n").TrimEnd());
    }

    [Fact]
    public async Task A_relay_without_TLS_and_sign_in_will_do_when_that_is_set()
    {
        await using var peer = new MailPeer(tls: false);

        await new MailChannel(await OptionsAsync(peer, Plain)).SendAsync(Trial, Cancellation);

        Assert.Single(peer.Mails);
    }

    [Theory]
    [InlineData("password", "SB-NOTICE-022")]
    [InlineData("authority", "SB-NOTICE-021")]
    [InlineData("plain", "SB-NOTICE-021")]
    [InlineData("recipient", "SB-NOTICE-023")]
    [InlineData("password file", "SB-NOTICE-024")]
    [InlineData("authority file", "SB-NOTICE-024")]
    public async Task What_stops_a_mail_is_told_by_its_kind_and_without_the_password(string fault, string code)
    {
        await using var peer = new MailPeer(tls: fault != "plain");
        var wrong = await FileAsync("wrong", "a guess");
        var options = await OptionsAsync(peer, options =>
        {
            switch (fault)
            {
                case "password":
                    options.PasswordFile = wrong;
                    break;
                case "authority" or "plain":
                    options.TrustedAuthoritiesFile = null;
                    break;
                case "authority file":
                    break;
                case "recipient":
                    options.To.Add("gone@example.com");
                    break;
                default:
                    options.PasswordFile = Path.Combine(_directory, "missing");
                    break;
            }
        });

        if (fault == "authority file")
        {
            // It was there when the server started.
            File.Delete(options.TrustedAuthoritiesFile!);
        }

        var told = await Assert.ThrowsAsync<ProblemException>(() => new MailChannel(options).SendAsync(Trial, Cancellation));

        Assert.Equal(code, told.Problem.Code);
        Assert.DoesNotContain("a guess", told.ToString());
        Assert.DoesNotContain(MailPeer.Password, told.ToString());
        Assert.Empty(peer.Mails);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_as_such()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var channel = new MailChannel(new() { Host = "127.0.0.1", Port = port, From = "a@example.com", To = { "b@example.com" } });

        var told = await Assert.ThrowsAsync<ProblemException>(() => channel.SendAsync(Trial, Cancellation));

        Assert.Equal("SB-NOTICE-020", told.Problem.Code);
    }

    private static void Plain(MailOptions options) =>
        (options.Security, options.User, options.PasswordFile, options.TrustedAuthoritiesFile) = (MailSecurity.None, "", null, null);

    private async Task<MailOptions> OptionsAsync(MailPeer peer, Action<MailOptions> change)
    {
        var options = new MailOptions
        {
            Host = "127.0.0.1",
            Port = await peer.PortAsync(),
            User = MailPeer.User,
            PasswordFile = await FileAsync("password", MailPeer.Password + "\n"),
            TrustedAuthoritiesFile = Path.Combine(_directory, "ca.pem"),
            From = "Switchbook <switchbook@example.com>",
            To = { "operator@example.com", "second@example.com" },
        };
        change(options);
        if (options.TrustedAuthoritiesFile is not null)
        {
            await FileAsync("ca.pem", peer.Pem);
        }

        return options;
    }

    private async Task<string> FileAsync(string name, string content)
    {
        var path = Path.Combine(_directory, name);
        await File.WriteAllTextAsync(path, content, Cancellation);
        return path;
    }
}
