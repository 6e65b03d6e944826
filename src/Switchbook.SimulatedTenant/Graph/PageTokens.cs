using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Switchbook.SimulatedTenant.Graph;

/// <summary>
/// The opaque <c>$skiptoken</c>: a place and the time it was made, under a seal that binds it to one list and its query.
/// </summary>
internal sealed class PageTokens(TimeProvider clock, TimeSpan lifetime)
{
    private const int BodyLength = 20;
    private const int SealLength = 8;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <param name="place">Where the page begins.</param>
    /// <param name="list">Path and query of the list, without a page token.</param>
    public string Make(PagePlace place, string list)
    {
        Span<byte> token = stackalloc byte[BodyLength + SealLength];
        BinaryPrimitives.WriteInt32LittleEndian(token, place.Position);
        BinaryPrimitives.WriteInt32LittleEndian(token[4..], place.Page);
        BinaryPrimitives.WriteInt64LittleEndian(token[8..], clock.GetUtcNow().ToUnixTimeMilliseconds());

        // Two links to one page are never the same text, so that only a true repetition looks like one.
        RandomNumberGenerator.Fill(token[16..BodyLength]);
        Seal(token[..BodyLength], list, token[BodyLength..]);
        return Base64Url.EncodeToString(token);
    }

    /// <exception cref="GraphRefusal">The token is not ours, is of another list, or has expired.</exception>
    public PagePlace Read(string text, string list)
    {
        Span<byte> token = stackalloc byte[64];
        Span<byte> seal = stackalloc byte[SealLength];
        if (!Base64Url.TryDecodeFromChars(text, token, out var length) || length != BodyLength + SealLength)
        {
            throw GraphRefusal.BadRequest("The specified page token value is invalid.");
        }

        Seal(token[..BodyLength], list, seal);
        if (!seal.SequenceEqual(token.Slice(BodyLength, SealLength)))
        {
            throw GraphRefusal.BadRequest("The specified page token value is invalid.");
        }

        var made = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(token[8..]));
        return clock.GetUtcNow() - made <= lifetime
            ? new PagePlace(BinaryPrimitives.ReadInt32LittleEndian(token), BinaryPrimitives.ReadInt32LittleEndian(token[4..]))
            : throw GraphRefusal.ExpiredPageToken();
    }

    private void Seal(ReadOnlySpan<byte> body, string list, Span<byte> seal)
    {
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(_key, [.. body, .. Encoding.UTF8.GetBytes(list)], hash);
        hash[..SealLength].CopyTo(seal);
    }
}
