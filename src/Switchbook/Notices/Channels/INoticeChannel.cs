using Switchbook.Problems;

namespace Switchbook.Notices.Channels;

/// <summary>One way by which notices go out.</summary>
internal interface INoticeChannel
{
    /// <summary>As it is told to people and stored with what waits for it; nothing secret.</summary>
    string Name { get; }

    /// <returns>What the other side answered, in one line.</returns>
    /// <exception cref="ProblemException">It was not taken.</exception>
    Task<string> SendAsync(Notice notice, CancellationToken cancellationToken);
}
