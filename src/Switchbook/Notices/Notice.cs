using System.Collections.Immutable;

namespace Switchbook.Notices;

/// <summary>What is told at one time: all news of one look at the links; without any it is a trial.</summary>
/// <param name="Server">The name of the computer that tells it.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">All of it, for people.</param>
internal sealed record Notice(Guid Id, DateTimeOffset At, string Server, string Title, string Text, ImmutableArray<News> News)
{
    /// <param name="news">Empty for a trial.</param>
    public static Notice Of(ImmutableArray<News> news, DateTimeOffset now)
    {
        var server = Environment.MachineName;
        return new(Guid.NewGuid(), now, server, NoticeText.Title(news), NoticeText.Body(news, server), news);
    }
}
