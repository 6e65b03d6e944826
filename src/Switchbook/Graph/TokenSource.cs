using Switchbook.Problems;

namespace Switchbook.Graph;

/// <summary>
/// Signs in to one tenant as the application: with the newer of its credentials, and when the sign-in service refuses that
/// one, with the earlier, so that a credential can be changed without a gap.
/// </summary>
/// <exception cref="ProblemException">A credential cannot be used.</exception>
internal sealed class TokenSource(TenantConnection connection, HttpMessageHandler handler, GraphOptions options, TimeProvider time) : IDisposable
{
    private readonly SignInWay _newer = new(connection, connection.Credential, handler, options, time);

    private readonly SignInWay? _earlier =
        connection.EarlierCredential is { } earlier ? new(connection, earlier, handler, options, time) : null;

    private (GraphToken Token, DateTimeOffset Ends)? _byEarlier;

    /// <summary>The kept token, or a new one.</summary>
    /// <param name="fresh">Whether the kept one was refused.</param>
    /// <exception cref="ProblemException">The sign-in service refuses every credential; told of the newer.</exception>
    /// <exception cref="RequestFailedException">The service or the network failed; another try may help.</exception>
    public async Task<GraphToken> GetAsync(bool fresh, CancellationToken cancellationToken)
    {
        // The newer one is tried again no sooner than the earlier one's token ends: not for each page of a read.
        if (!fresh && _byEarlier is { } kept && time.GetUtcNow() < kept.Ends)
        {
            return kept.Token;
        }

        try
        {
            var (token, _) = await _newer.GetAsync(fresh, cancellationToken);
            _byEarlier = null;
            return token;
        }
        catch (ProblemException refused) when (_earlier is not null && SignInProblems.IsOfCredential(refused.Problem))
        {
            return await GetByEarlierAsync(_earlier, refused, cancellationToken);
        }
    }

    public void Dispose()
    {
        _newer.Dispose();
        _earlier?.Dispose();
    }

    private async Task<GraphToken> GetByEarlierAsync(SignInWay earlier, ProblemException refused, CancellationToken cancellationToken)
    {
        try
        {
            var (token, ends) = await earlier.GetAsync(fresh: true, cancellationToken);
            var told = token with { NewerRefused = refused.Problem };
            _byEarlier = (told, ends);
            return told;
        }
        catch (ProblemException both)
        {
            throw new ProblemException(refused.Problem, both);
        }
    }
}
