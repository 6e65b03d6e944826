using System.Runtime.CompilerServices;
using Switchbook.Problems;

namespace Switchbook.Graph;

/// <summary>
/// Follows the pages of a list, whole and unchanged links only. The next page is asked for as soon as its link has arrived,
/// so that it is on its way while this one is still being read.
/// </summary>
internal sealed class PageChain(GraphSession session, PageParser parser, bool eventual, GraphOptions limits)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _emptyInARow;

    /// <summary>All pages from <paramref name="first"/> on, each read to its last byte.</summary>
    /// <exception cref="RequestFailedException">A page does not come.</exception>
    /// <exception cref="ProblemException">The chain leads in a circle, elsewhere, or nowhere.</exception>
    public async IAsyncEnumerable<PeoplePage> ReadAsync(
        Uri first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var current = Begin(first, cancellationToken);
        Fetch? next = null;
        try
        {
            while (current is not null)
            {
                next = await current.SeenLinkAsync() is { } early ? Begin(Follow(early), cancellationToken) : null;
                var page = await current.Page;
                if (page.NextLink != next?.Link)
                {
                    // The page was read again and now leads elsewhere.
                    await Fetch.EndAsync(next);
                    next = null;
                    next = page.NextLink is { } late ? Begin(Follow(late), cancellationToken) : null;
                }

                CheckHost(page.DeltaLink);
                CheckEmpty(page);
                session.Meter.PageRead(page.People.Count);
                yield return page;
                await Fetch.EndAsync(current);
                (current, next) = (next, null);
            }
        }
        finally
        {
            await Fetch.EndAsync(current);
            await Fetch.EndAsync(next);
        }
    }

    /// <summary>A delta link is kept and followed by the next run, so it must not lead elsewhere either.</summary>
    private void CheckHost(string? deltaLink)
    {
        if (deltaLink is not null)
        {
            Follow(deltaLink);
        }
    }

    /// <summary>Pages without anybody are allowed (Graph documentation, "Paging"), but not for ever.</summary>
    private void CheckEmpty(PeoplePage page)
    {
        _emptyInARow = page is { People.Count: 0, Removed.Count: 0, NextLink: not null } ? _emptyInARow + 1 : 0;
        if (_emptyInARow == limits.MaximumEmptyPages)
        {
            throw new ProblemException(GraphProblems.OnlyEmptyPages.With(_emptyInARow));
        }
    }

    private Uri Follow(string link)
    {
        var root = session.Connection.Endpoints.Graph;
        if (!Uri.TryCreate(link, UriKind.Absolute, out var address))
        {
            throw new ProblemException(GraphProblems.ForeignPage.With("no address at all"));
        }

        if (Uri.Compare(address, root, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            throw new ProblemException(GraphProblems.ForeignPage.With(address.Host));
        }

        return address;
    }

    private Fetch Begin(Uri address, CancellationToken cancellationToken)
    {
        if (!_seen.Add(address.AbsoluteUri))
        {
            throw new ProblemException(GraphProblems.RepeatedPage.With());
        }

        if (_seen.Count > limits.MaximumPages)
        {
            throw new ProblemException(GraphProblems.TooManyPages.With(limits.MaximumPages));
        }

        return new(address, session, parser, eventual, cancellationToken);
    }

    /// <summary>One page on its way.</summary>
    private sealed class Fetch
    {
        private readonly TaskCompletionSource<string> _seenLink = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly CancellationTokenSource _stop;

        public Fetch(Uri address, GraphSession session, PageParser parser, bool eventual, CancellationToken cancellationToken)
        {
            Link = address.OriginalString;
            _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Page = session.GetAsync(
                address, eventual, (body, token) => parser.ReadAsync(body, link => _seenLink.TrySetResult(link), token), _stop.Token);
        }

        /// <summary>The link as Graph wrote it.</summary>
        public string Link { get; }

        public Task<PeoplePage> Page { get; }

        /// <summary>The link to the next page as soon as it is known; null when there is none or this page failed.</summary>
        public async Task<string?> SeenLinkAsync()
        {
            await Task.WhenAny(_seenLink.Task, Page);
            return _seenLink.Task.IsCompletedSuccessfully ? await _seenLink.Task : null;
        }

        public static async Task EndAsync(Fetch? fetch)
        {
            if (fetch is null)
            {
                return;
            }

            await fetch._stop.CancelAsync();
            await ((Task)fetch.Page).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            fetch._stop.Dispose();
        }
    }
}
