using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Switchbook.Problems;

namespace Switchbook.Notices;

/// <summary>Notices in words: plain, short, without secrets and without names of people.</summary>
internal static partial class NoticeText
{
    /// <summary>More would make a card too large for Teams (28 KB); the others are counted.</summary>
    public const int MostNews = 20;

    public static string Title(ImmutableArray<News> news) => "Switchbook: " + (news switch
    {
        [] => "trial",
        [var one] => Headline(one),
        _ when news.All(other => other.Kind == news[0].Kind) => Invariant($"{news.Length} links: {What(news[0].Kind)}"),
        _ => Invariant($"{news.Length} changes"),
    });

    public static string Body(ImmutableArray<News> news, string server)
    {
        var told = news.Take(MostNews).Select(one => string.Join('\n', Lines(one).Prepend(Headline(one))));
        var blocks = news.IsEmpty ? ["This is a trial. Nothing has happened; what goes wrong will be told in this way."] : told;
        return string.Join("\n\n", [.. blocks, .. More(news), $"Sent by Switchbook on {server}."]);
    }

    public static string Headline(News news) => $"Link '{news.Link}': {What(news.Kind)}";

    /// <summary>Since when, why, what to do, and what stands.</summary>
    public static IEnumerable<string> Lines(News news)
    {
        if (news.Kind is not NewsKind.CredentialEnds)
        {
            yield return $"Since {Time(news.Since)}.";
        }

        if (news.Problem is { } problem)
        {
            yield return $"{problem.Code}: {problem.Message}";
            yield return $"What to do: {problem.Action}";
        }

        yield return news.GoodAt is { } good
            ? Invariant($"The directory has {news.Entries:N0} entries of this link, from the run that ended at {Time(good)}.")
            : "No run of this link has succeeded yet.";
    }

    /// <summary>How many were not told one by one; nothing when all were.</summary>
    public static IEnumerable<string> More(ImmutableArray<News> news) =>
        news.Length > MostNews ? [Invariant($"And {news.Length - MostNews} more; see 'switchbook link list'.")] : [];

    /// <summary>The problem without what looks like a mail address or user principal name, such as that of a mailbox.</summary>
    public static Problem WithoutPeople(Problem problem) =>
        problem with { Message = Address().Replace(problem.Message, "…"), Action = Address().Replace(problem.Action, "…") };

    private static string What(NewsKind kind) => kind switch
    {
        NewsKind.Failing => "runs fail",
        NewsKind.Held => "a run is held",
        NewsKind.Stale => "the data is old",
        NewsKind.CredentialEnds => "the credential ends",
        _ => "recovered",
    };

    private static string Time(DateTimeOffset time) => Invariant($"{time.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[^\s'""<>(),;:]+@[^\s'""<>(),;:]+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
