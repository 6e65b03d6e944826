using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Switchbook.Cli;
using Switchbook.Notices;
using Switchbook.Tests.Synchronization;

namespace Switchbook.Tests.Notices;

public sealed class NoticeSettingsTests
{
    private static readonly Dictionary<string, string?> Mail = new(StringComparer.Ordinal)
    {
        ["Mail:Host"] = "mail.example.com",
        ["Mail:From"] = "switchbook@example.com",
        ["Mail:To:0"] = "operator@example.com",
    };

    [Theory]
    [InlineData("Notices:Webhooks:0:Url", "http://example.com/hook?sig=secret-1", "Notices:Webhooks:0:Url is no https address")]
    [InlineData("Notices:Webhooks:0:Url", "secret-1", "Notices:Webhooks:0:Url is no https address")]
    [InlineData("Notices:Webhooks:0:Kind", "Teams", "Notices:Webhooks:0:Url is no https address")]
    [InlineData("Notices:MaximumTries", "0", "MaximumTries")]
    [InlineData("Mail:From", "nobody", "Mail:From is no mail address")]
    [InlineData("Mail:To:0", "a@b@c", "Mail:To needs")]
    [InlineData("Mail:User", "someone", "Mail:User and Mail:PasswordFile")]
    [InlineData("Mail:PasswordFile", "/nowhere/password", "names a file that is not there")]
    [InlineData("Mail:Port", "0", "Port")]
    public void What_cannot_be_is_refused_at_start_by_its_name_and_without_its_secret(string key, string value, string told)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([.. Mail.Where(setting => setting.Key != key), KeyValuePair.Create(key, (string?)value)]);
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(settings.Build()).AddNotices().BuildServiceProvider();

        var refused = Assert.ThrowsAny<OptionsValidationException>(() => (
            services.GetRequiredService<IOptions<NoticeOptions>>().Value, services.GetRequiredService<IOptions<MailOptions>>().Value));

        Assert.Contains(told, refused.Message);
        Assert.DoesNotContain("secret-1", refused.Message);
    }

    [Theory]
    [InlineData("https://prod-12.westeurope.logic.azure.com/workflows/x?sig=y", true)]
    [InlineData("http://127.0.0.1:5000/hook", true)]
    [InlineData("http://localhost/hook", true)]
    [InlineData("http://127.0.0.1.example.com/hook", false)]
    [InlineData("ftp://example.com/hook", false)]
    [InlineData("", false)]
    public void A_webhook_is_https_or_on_this_computer(string url, bool fit) => Assert.Equal(fit, new WebhookOptions { Url = url }.IsFit);

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("mail.example.com", true)]
    public void A_password_goes_over_no_open_line(string host, bool refused)
    {
        var options = new MailOptions
        {
            Host = host,
            Security = MailSecurity.None,
            User = "someone",
            PasswordFile = typeof(NoticeSettingsTests).Assembly.Location,
            From = "switchbook@example.com",
            To = { "operator@example.com" },
        };

        Assert.Equal(refused, options.Validate(new(options)).Any());
    }

    [Fact]
    public async Task A_trial_goes_to_everybody_and_fails_when_there_is_nobody_or_one_refuses()
    {
        await using var peer = await WebhookPeer.StartAsync();
        var directory = Directory.CreateTempSubdirectory("switchbook-test-").FullName;
        string[] command = ["notify", "test", "--data", directory];

        Assert.Equal(ExitCode.Failed, await CommandLine.RunAsync(command));
        await File.WriteAllTextAsync(
            Path.Combine(directory, "appsettings.json"),
            $$"""{ "Notices": { "Webhooks": [ { "Url": "{{peer.Url}}", "Kind": "teams" } ] } }""",
            TestInstallation.Cancellation);
        Assert.Equal(ExitCode.Done, await CommandLine.RunAsync(command));
        Assert.Single(peer.Posted);
        peer.Status = 400;
        Assert.Equal(ExitCode.Failed, await CommandLine.RunAsync(command));

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }
}
