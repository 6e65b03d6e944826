using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Switchbook.Access.Tokens;

/// <summary>The tokens that programs may show, as this server knows them now, and when each was last shown.</summary>
internal sealed class CurrentApiTokens(TimeProvider time)
{
    /// <summary>How exactly uses are kept: a program that asks ten times a second must not write as often.</summary>
    private static readonly TimeSpan Exactness = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<int, (DateTimeOffset At, bool IsNoted)> _uses = new();

    private volatile FrozenDictionary<string, ApiToken> _byHash = FrozenDictionary<string, ApiToken>.Empty;

    /// <summary>Takes what is known from now on.</summary>
    public void Publish(IEnumerable<ApiToken> tokens) =>
        _byHash = tokens.ToFrozenDictionary(token => Convert.ToHexString(token.Hash), StringComparer.Ordinal);

    /// <summary>The token that is shown, which counts as a use of it; null when it is wrong or has ended.</summary>
    public ApiToken? Use(string shown)
    {
        var now = time.GetUtcNow();
        if (_byHash.GetValueOrDefault(Convert.ToHexString(ApiTokenText.Hash(shown))) is not { } token || now >= token.EndsAt)
        {
            return null;
        }

        _uses.AddOrUpdate(token.Id, (now, false), (_, last) => now - last.At < Exactness ? last : (now, false));
        return token;
    }

    /// <summary>The uses that nobody has noted yet; from now on they count as noted.</summary>
    public IReadOnlyCollection<(int Id, DateTimeOffset At)> TakeUses()
    {
        var taken = _uses.Where(use => !use.Value.IsNoted).Select(use => (use.Key, use.Value.At)).ToList();
        foreach (var (id, at) in taken)
        {
            _uses.TryUpdate(id, (at, true), (at, false));
        }

        return taken;
    }
}
