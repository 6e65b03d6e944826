using System.Buffers.Text;
using System.Security.Cryptography;
using Switchbook.Graph;
using Switchbook.Links;
using Switchbook.Problems;
using Switchbook.Storage;

namespace Switchbook.ChangeNotifications;

/// <summary>Arranges with Microsoft that a link is told of changes.</summary>
internal sealed class LinkSubscription(GraphSessions sessions, LinkCredentials credentials, TimeProvider time)
{
    private const int StateBytes = 32;

    /// <summary>Makes a subscription; those that an earlier life of this link left at the same address are removed.</summary>
    /// <exception cref="ProblemException">It could not be made.</exception>
    public Task<SubscriptionRow> CreateAsync(Link link, Uri address, string subject, CancellationToken cancellationToken) =>
        AskAsync(link, address, async session =>
        {
            foreach (var left in await SubscriptionRequests.ListAsync(session, cancellationToken))
            {
                if (left.NotificationUrl == address.AbsoluteUri)
                {
                    await SubscriptionRequests.RemoveAsync(session, left.Id, cancellationToken);
                }
            }

            var state = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(StateBytes));
            var made = await SubscriptionRequests.CreateAsync(session, address, state, time.GetUtcNow() + SubscriptionRequests.Lifetime, cancellationToken);
            return new SubscriptionRow
            {
                LinkId = link.Id,
                SubscriptionId = made.Id,
                StateHash = CurrentSubscriptions.HashOf(state),
                Subject = subject,
                Ends = made.Ends,
            };
        }, cancellationToken);

    /// <returns>When it ends now; null when Microsoft does not know it any more.</returns>
    /// <exception cref="ProblemException">It could not be renewed.</exception>
    public Task<DateTimeOffset?> RenewAsync(Link link, Uri address, string id, CancellationToken cancellationToken) =>
        AskAsync<DateTimeOffset?>(link, address, async session =>
        {
            try
            {
                return (await SubscriptionRequests.RenewAsync(session, id, time.GetUtcNow() + SubscriptionRequests.Lifetime, cancellationToken)).Ends;
            }
            catch (RequestFailedException gone) when (gone.Failure is { Kind: FailureKind.Status, Status: 404 })
            {
                return null;
            }
        }, cancellationToken);

    /// <exception cref="ProblemException">Microsoft refused, or could not be asked; then it ends by itself in time.</exception>
    public async Task EndAsync(Link link, string id, CancellationToken cancellationToken) =>
        await AskAsync(link, null, async session =>
        {
            await SubscriptionRequests.RemoveAsync(session, id, cancellationToken);
            return true;
        }, cancellationToken);

    private async Task<T> AskAsync<T>(Link link, Uri? address, Func<GraphSession, Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            var session = sessions.Open(credentials.Open(link), interactive: false, progress: null);

            // With a token from after the administrator's consent.
            await session.SignInAsync(new ReadScope.Tenant(), cancellationToken);
            return await ask(session);
        }
        catch (RequestFailedException failed)
        {
            throw new ProblemException(ProblemOf(failed.Failure, address), failed);
        }
    }

    /// <summary>Whatever else is wrong with its request, Microsoft says before it tries to reach the address.</summary>
    private static Problem ProblemOf(RequestFailure failure, Uri? address) => failure switch
    {
        { Kind: FailureKind.Status, Status: 403 } => SubscriptionProblems.NotPermitted.With(failure.Reference),
        { Kind: FailureKind.Status, Status: 400 } when address is not null && failure.Detail?.Contains("validation", StringComparison.OrdinalIgnoreCase) == true =>
            SubscriptionProblems.NotReached.With(address.GetLeftPart(UriPartial.Path), failure.Detail),
        _ => SubscriptionProblems.NotArranged.With($"{failure.Detail ?? "no reason given"} ({failure.Reference})"),
    };
}
