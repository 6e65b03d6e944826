using CsCheck;
using Switchbook.Notices;
using Switchbook.Problems;

namespace Switchbook.Tests.Notices;

public sealed class NoticeRulesTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly Problem Problem = new("SB-TEST-001", "It is broken.", "Mend it.");

    /// <summary>What happens to a link, look by look, and what is told of it.</summary>
    /// <remarks>
    /// + a good run, x a failed one after a good one, f failed twice, h held, H held anew, s no good run for long,
    /// 30 14 7 3 1 0 the credential's days, with a good run.
    /// </remarks>
    [Theory]
    [InlineData("+ + +", "")]
    [InlineData("+ x +", "")]
    [InlineData("+ x f", "Failing")]
    [InlineData("f f f", "Failing")]
    [InlineData("f +", "Failing Recovered")]
    [InlineData("f + + f +", "Failing Recovered Failing Recovered")]
    [InlineData("f h f h +", "Failing Held Recovered")]
    [InlineData("h h", "Held")]
    [InlineData("h +", "Held Recovered")]
    [InlineData("h H", "Held Held")]
    [InlineData("s s +", "Stale Recovered")]
    [InlineData("f s f s +", "Failing Stale Recovered")]
    [InlineData("x +", "")]
    [InlineData("30 30 14 7 3 1 0 0", "CredentialEnds CredentialEnds CredentialEnds CredentialEnds CredentialEnds CredentialEnds")]
    [InlineData("3 7 3", "CredentialEnds")]
    [InlineData("3 + 3", "CredentialEnds CredentialEnds")]
    public void A_change_of_health_is_told_once_and_nothing_else_is(string looks, string told)
    {
        var known = Told.Nothing;
        var news = new List<NewsKind>();
        foreach (var look in looks.Split(' '))
        {
            (known, var found) = NoticeRules.Judge(known, Health(look));
            news.AddRange(found.Select(one => one.Kind));
        }

        Assert.Equal(told, string.Join(' ', news));
    }

    [Fact]
    public void Whatever_happens_nothing_is_told_twice_and_no_trouble_is_kept_quiet() =>
        Choice.OneOf("+", "x", "f", "h", "H", "s", "30", "3", "0").List[0, 40].Sample(looks =>
        {
            var known = Told.Nothing;
            var open = new HashSet<NewsKind>();
            foreach (var look in looks)
            {
                var health = Health(look);
                var (after, news) = NoticeRules.Judge(known, health);
                Assert.Empty(NoticeRules.Judge(after, health).News);
                foreach (var kind in news.Select(one => one.Kind).Where(kind => kind is not NewsKind.CredentialEnds))
                {
                    Assert.True(kind == NewsKind.Recovered ? open.Count > 0 : open.Add(kind) || kind == NewsKind.Held);
                }

                if (health.IsGood)
                {
                    Assert.Equal(open.Count > 0, news.Any(one => one.Kind == NewsKind.Recovered));
                    open.Clear();
                }

                Assert.Equal((health.Failing is not null, health.Held is not null, health.Stale is not null), Shown(health, open));
                known = after;
            }
        });

    [Fact]
    public void A_notice_says_what_why_since_when_what_to_do_and_what_stands()
    {
        var (_, news) = NoticeRules.Judge(Told.Nothing, Health("f"));
        var notice = Notice.Of(news, Now);

        Assert.Equal("Switchbook: Link 'Berlin': runs fail", notice.Title);
        Assert.StartsWith(
            """
            Link 'Berlin': runs fail
            Since 2027-03-31 11:00 UTC.
            SB-TEST-001: It is broken.
            What to do: Mend it.
            The directory has 1,234 entries of this link, from the run that ended at 2027-03-31 10:00 UTC.
            """,
            notice.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Many_news_are_counted_rather_than_told_at_length()
    {
        var (_, news) = NoticeRules.Judge(Told.Nothing, Health("f"));
        var notice = Notice.Of([.. Enumerable.Repeat(news[0], 100)], Now);

        Assert.Equal("Switchbook: 100 links: runs fail", notice.Title);
        Assert.Contains("And 80 more", notice.Text);
    }

    [Fact]
    public void No_mail_address_is_told()
    {
        var shown = NoticeText.WithoutPeople(new("SB-TEST-002", "There is no mailbox of 'anna.berg@example.com' (x).", "Ask anna@example.com."));

        Assert.Equal(new("SB-TEST-002", "There is no mailbox of '…' (x).", "Ask …"), shown);
    }

    /// <summary>Those troubles that are there, as far as they were told: a trouble that is there must have been.</summary>
    private static (bool Failing, bool Held, bool Stale) Shown(LinkHealth health, HashSet<NewsKind> open) => (
        health.Failing is not null && open.Contains(NewsKind.Failing),
        health.Held is not null && open.Contains(NewsKind.Held),
        health.Stale is not null && open.Contains(NewsKind.Stale));

    private static LinkHealth Health(string look)
    {
        var health = new LinkHealth { Link = "Berlin", Now = Now, GoodAt = Now.AddHours(-2), Entries = 1234 };
        var trouble = new Trouble(Now.AddHours(-1), Problem);
        return look switch
        {
            "+" => health with { Succeeded = true },
            "x" => health,
            "f" => health with { Failing = trouble },
            "h" => health with { Held = trouble },
            "H" => health with { Held = trouble with { Since = Now } },
            "s" => health with { Stale = trouble },
            _ => health with { Succeeded = true, Ending = new(Now.AddDays(9), int.Parse(look, null), Problem) },
        };
    }
}
