using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Switchbook.SimulatedTenant.Graph;

namespace Switchbook.SimulatedTenant.Delta;

/// <summary>Makes the opaque tokens of delta queries, and believes only those that it made.</summary>
internal sealed class DeltaTokens(TimeProvider clock, TimeSpan lifetime)
{
    private const int SealLength = 16;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string Make(DeltaState state)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(state with { Made = clock.GetUtcNow() });
        return Base64Url.EncodeToString([.. Seal(body), .. body]);
    }

    /// <exception cref="GraphRefusal">The token is not ours, or it is too old.</exception>
    public DeltaState Read(string token, string collection)
    {
        if (!Base64Url.IsValid(token) || Base64Url.DecodeFromChars(token) is not { Length: > SealLength } bytes
            || !Seal(bytes.AsSpan(SealLength)).AsSpan().SequenceEqual(bytes.AsSpan(0, SealLength))
            || JsonSerializer.Deserialize<DeltaState>(bytes.AsSpan(SealLength)) is not { } state
            || state.Collection != collection)
        {
            throw GraphRefusal.BadRequest("Badly formed token.");
        }

        return clock.GetUtcNow() - state.Made <= lifetime ? state : throw TooOld(400);
    }

    /// <summary>The answer to a token that is too old; the status is 400 or 410.</summary>
    public static GraphRefusal TooOld(int status) => new(
        status, "syncStateNotFound", "The delta token is expired and data must be synchronized again.");

    private byte[] Seal(ReadOnlySpan<byte> body) => HMACSHA256.HashData(_key, body)[..SealLength];
}
