using System.Collections.Immutable;

namespace Switchbook.Notices;

/// <summary>What is news: a change of health that was not told yet. Who is fine, or is as was told, gives silence.</summary>
internal static class NoticeRules
{
    public static (Told Told, ImmutableArray<News> News) Judge(Told told, LinkHealth health)
    {
        var ending = health.Ending;
        ReadOnlySpan<(bool IsNew, NewsKind Kind, Trouble? Trouble)> rules =
        [
            (health.Failing is not null && !told.Failing, NewsKind.Failing, health.Failing),
            (health.Held is not null && told.HeldSince != health.Held.Since, NewsKind.Held, health.Held),
            (health.Stale is not null && !told.Stale, NewsKind.Stale, health.Stale),
            (ending is not null && !IsTold(told, ending), NewsKind.CredentialEnds, ending is null ? null : new(health.Now, ending.Problem)),
            (health.IsGood && told.IsTrouble, NewsKind.Recovered, null),
        ];
        var news = ImmutableArray.CreateBuilder<News>();
        foreach (var (isNew, kind, trouble) in rules)
        {
            if (isNew)
            {
                news.Add(new(health.Link, kind, trouble?.Since ?? health.GoodAt ?? health.Now, trouble?.Problem, health.GoodAt, health.Entries));
            }
        }

        return (After(health.IsGood ? told with { Failing = false, HeldSince = null, Stale = false } : told, health), news.ToImmutable());
    }

    private static Told After(Told told, LinkHealth health) => new()
    {
        Failing = told.Failing || health.Failing is not null,
        HeldSince = health.Held?.Since ?? told.HeldSince,
        Stale = told.Stale || health.Stale is not null,
        Credential = health.Ending is not { } ending ? null : IsTold(told, ending) ? told.Credential : (ending.Ends, ending.Level),
    };

    /// <summary>As near to the same end, or nearer: a clock that is set back makes no news.</summary>
    private static bool IsTold(Told told, EndingCredential ending) =>
        told.Credential is { } said && said.Ends == ending.Ends && said.Level <= ending.Level;
}
