using Switchbook.Notices;
using Switchbook.Notices.Channels;
using Switchbook.Problems;

namespace Switchbook.Tests.Notices;

public sealed class WebhookChannelTests
{
    private static readonly News Failing = new(
        "Berlin", NewsKind.Failing, new(2027, 3, 31, 11, 0, 0, TimeSpan.Zero), new("SB-TEST-001", "It is broken.", "Mend it."), null, 0);

    private static readonly Notice Notice = Notice.Of([Failing], new(2027, 3, 31, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_generic_webhook_gets_the_notice_as_JSON()
    {
        await using var peer = await WebhookPeer.StartAsync();

        await SendAsync(peer, WebhookKind.Json);

        var posted = Assert.Single(peer.Posted);
        Assert.Equal(Notice.Title, (string?)posted["title"]);
        Assert.Equal(Notice.Text, (string?)posted["text"]);
        Assert.Equal("Berlin", (string?)posted["news"]![0]!["link"]);
        Assert.Equal("failing", (string?)posted["news"]![0]!["kind"]);
        Assert.Equal("SB-TEST-001", (string?)posted["news"]![0]!["problem"]!["code"]);
    }

    [Fact]
    public async Task A_workflow_of_Teams_gets_a_message_with_one_Adaptive_Card()
    {
        await using var peer = await WebhookPeer.StartAsync();

        await SendAsync(peer, WebhookKind.Teams);

        var posted = Assert.Single(peer.Posted);
        Assert.Equal("message", (string?)posted["type"]);
        var attachment = Assert.Single(posted["attachments"]!.AsArray())!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)attachment["contentType"]);
        Assert.Equal("AdaptiveCard", (string?)attachment["content"]!["type"]);
        var lines = attachment["content"]!["body"]!.AsArray().Select(block => (string?)block!["inlines"]![0]!["text"]).ToList();
        Assert.Equal("Switchbook: Link 'Berlin': runs fail", lines[0]);
        Assert.Contains("SB-TEST-001: It is broken.", lines);
    }

    /// <summary>Teams refuses a message of more than 28 KB.</summary>
    [Fact]
    public void A_card_of_hundreds_of_news_still_fits_into_Teams()
    {
        var problem = new Problem("SB-TEST-001", new('m', 300), new('a', 300));
        var notice = Notice.Of([.. Enumerable.Repeat(Failing with { Problem = problem }, 500)], Notice.At);

        Assert.InRange(TeamsCard.Write(notice).Length, 1, 28_000);
    }

    [Fact]
    public async Task What_answered_is_told_but_never_the_secret_part_of_the_address()
    {
        await using var peer = await WebhookPeer.StartAsync();

        var taken = await SendAsync(peer, WebhookKind.Json);
        peer.Status = 404;
        var refused = await Assert.ThrowsAsync<ProblemException>(() => SendAsync(peer, WebhookKind.Json));

        Assert.StartsWith("202 Accepted You asked for", taken, StringComparison.Ordinal);
        Assert.Equal("SB-NOTICE-031", refused.Problem.Code);
        Assert.Contains("404 Not Found", refused.Problem.Message);
        Assert.All([taken, refused.ToString()], text =>
        {
            Assert.DoesNotContain(WebhookPeer.Signature, text);
            Assert.DoesNotContain("3f1c9a7e55", text);
        });
    }

    [Fact]
    public async Task A_notice_does_not_follow_a_redirect()
    {
        await using var peer = await WebhookPeer.StartAsync();
        peer.Status = 307;

        await Assert.ThrowsAsync<ProblemException>(() => SendAsync(peer, WebhookKind.Json));

        Assert.Single(peer.Posted);
    }

    private static async Task<string> SendAsync(WebhookPeer peer, WebhookKind kind)
    {
        var options = new NoticeOptions { Webhooks = { new() { Url = peer.Url, Kind = kind } } };
        using var channels = new NoticeChannels(
            Microsoft.Extensions.Options.Options.Create(options), Microsoft.Extensions.Options.Options.Create(new MailOptions()));
        return await Assert.Single(channels.All).SendAsync(Notice, Cancellation);
    }
}
